BEGIN TRANSACTION;
CREATE TABLE adverse_event (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	term TEXT NOT NULL, 
	code TEXT NOT NULL, 
	soc TEXT NOT NULL, 
	ctcae_version TEXT NOT NULL, 
	specify TEXT NOT NULL, 
	reported_words TEXT NOT NULL, 
	start TEXT NOT NULL, 
	"end" TEXT NOT NULL, 
	ongoing INTEGER NOT NULL, 
	before_infusion INTEGER, 
	cycle INTEGER, 
	cycle_day INTEGER, 
	grades TEXT NOT NULL, 
	highest_grade INTEGER NOT NULL, 
	present_at_baseline INTEGER, 
	baseline_grade INTEGER, 
	location TEXT NOT NULL, 
	serious INTEGER, 
	criteria TEXT NOT NULL, 
	attribution TEXT NOT NULL, 
	immune TEXT NOT NULL, 
	actions TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	treated INTEGER, 
	treatment TEXT NOT NULL, 
	steroid TEXT NOT NULL, 
	other_action TEXT NOT NULL, 
	dose_limiting INTEGER, 
	expected INTEGER, 
	reported_on TEXT, 
	cause TEXT NOT NULL, 
	cause_named_by TEXT NOT NULL, 
	elsewhere INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_adverse_event PRIMARY KEY (id), 
	CONSTRAINT ck_adverse_event_baseline_grade CHECK (baseline_grade IS NULL OR baseline_grade BETWEEN 0 AND 5), 
	CONSTRAINT ck_adverse_event_dates CHECK (length(start) BETWEEN 4 AND 10 AND length("end") <= 10), 
	CONSTRAINT ck_adverse_event_highest_grade CHECK (highest_grade BETWEEN 1 AND 5), 
	CONSTRAINT ck_adverse_event_immune CHECK (immune IN ('', 'yes', 'no', 'unsure')), 
	CONSTRAINT ck_adverse_event_number CHECK (number >= 1), 
	CONSTRAINT ck_adverse_event_outcome CHECK (outcome IN ('', 'RECOVERED/RESOLVED', 'RECOVERED/RESOLVED WITH SEQUELAE', 'RECOVERING/RESOLVING', 'NOT RECOVERED/NOT RESOLVED', 'FATAL', 'UNKNOWN')), 
	CONSTRAINT ck_adverse_event_term CHECK (length(term) BETWEEN 1 AND 200), 
	CONSTRAINT fk_adverse_event_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_adverse_event_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_adverse_event_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_adverse_event_patient_id_number UNIQUE (patient_id, number)
)
 STRICT

;
INSERT INTO "adverse_event" VALUES('b695dd71-5717-4525-93d1-ab7c0e3a56f7','aaebddc9-e701-47af-90d0-ccce35303c76','46b58658-ca63-44d2-8929-8bf0da882645',1,'Diarrhea','10012727','Gastrointestinal disorders','5.0','','running all day
and night','2026-03-20','',1,NULL,1,19,'[{"by":"Priya Raman","evidence":"","grade":2,"on":"2026-03-20"},{"by":"Priya Raman","evidence":"","grade":3,"on":"2026-03-21"}]',3,0,0,'',1,'["admission"]','{"capecitabine":4,"disease":1,"pembrolizumab":3}','unsure','{"capecitabine":"DRUG INTERRUPTED","pembrolizumab":"DRUG INTERRUPTED"}','RECOVERING/RESOLVING',1,'loperamide','{"end":null,"peak_mg_kg":"1.0","start":"2026-03-22"}','stool culture',1,1,'2026-03-22','capecitabine','Priya Raman',0,'lives alone',0,'',1,'2026-11-22T15:11:19.691414+00:00','2026-11-22T15:11:19.691414+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',17,'93a4f5d638d39738be258a14b6d3b8e40210dd1532a29dc8586fb2ededaf0468');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE audit (
	seq INTEGER NOT NULL, 
	at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	deed_key TEXT NOT NULL, 
	action TEXT NOT NULL, 
	subject TEXT NOT NULL, 
	subject_id TEXT NOT NULL, 
	patient_id TEXT, 
	content TEXT NOT NULL, 
	previous_hash TEXT NOT NULL, 
	hash TEXT NOT NULL, 
	CONSTRAINT pk_audit PRIMARY KEY (seq), 
	CONSTRAINT uq_audit_hash UNIQUE (hash)
)
 STRICT

;
INSERT INTO "audit" VALUES(1,'2026-11-22T15:11:19.250330+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','8179e478-6174-4c14-9e69-4dfc500dc2cb','add person','person','8179e478-6174-4c14-9e69-4dfc500dc2cb',NULL,'{"action":"add person","at":"2026-11-22T15:11:19.250330+00:00","deed_key":"8179e478-6174-4c14-9e69-4dfc500dc2cb","new":{"active":true,"id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","name":"Priya Raman","role":"pharmacist"},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":1,"subject":"person","subject_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","why":""}','0000000000000000000000000000000000000000000000000000000000000000','bf442fc331f54e042d5eba2bf9cf6ec7b89527d109dac41300f1a6a1a7d3b046');
INSERT INTO "audit" VALUES(2,'2026-11-22T15:11:19.282123+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','aaebddc9-e701-47af-90d0-ccce35303c76','add patient','patient','aaebddc9-e701-47af-90d0-ccce35303c76','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"add patient","at":"2026-11-22T15:11:19.282123+00:00","deed_key":"aaebddc9-e701-47af-90d0-ccce35303c76","new":{"allergies":["penicillin","latex"],"allergies_asked":true,"birth_date":"1958-03-01","carer_contact":"daughter, 555 0100\nafter 17:00","diagnosis_site":"gallbladder","dpyd_date":"2026-02-01","dpyd_reason":"","dpyd_score":"1.5","dpyd_status":"done","dpyd_variants":["*1","c.2846A>T"],"drainage":"metal stent","ecog":1,"id":"aaebddc9-e701-47af-90d0-ccce35303c76","identifiers":[["MRN","0042-118"],["Insurance","DE 7719"]],"interpreter":"Polish","language":"pl","liver_involvement":false,"medicines":["warfarin"],"name":"\u0141ukasz \u017b\u00f3\u0142kiewski","note":"eats little","reactions":["oxaliplatin: flushing, 2024"],"sex":"male"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":2,"subject":"patient","subject_id":"aaebddc9-e701-47af-90d0-ccce35303c76","why":""}','bf442fc331f54e042d5eba2bf9cf6ec7b89527d109dac41300f1a6a1a7d3b046','c36e53e2c5c203fe5498ca63879c0a149f372fe36c9e696a324369c3fa66517d');
INSERT INTO "audit" VALUES(3,'2026-11-22T15:11:19.373824+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','46b58658-ca63-44d2-8929-8bf0da882645','begin course','course','46b58658-ca63-44d2-8929-8bf0da882645','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"begin course","at":"2026-11-22T15:11:19.373824+00:00","deed_key":"46b58658-ca63-44d2-8929-8bf0da882645","new":{"cumulative":{},"day1":"2026-03-02","earlier":[],"earlier_toxicities":"","end_reason":"","first_cycle":1,"first_dose":"morning","id":"46b58658-ca63-44d2-8929-8bf0da882645","intent":"","options":{"ici":"pembrolizumab"},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","planned_cycles":8,"practice":"us","profile_sha256":"63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533","regimen_id":"ici-capox","regimen_sha256":"66aa648d591c252ee840e2896a8bded36c58197e3ddc0e81e78548a67ddc709b","regimen_version":"0.1","starting_percent":{},"status":"active"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":3,"subject":"course","subject_id":"46b58658-ca63-44d2-8929-8bf0da882645","why":""}','c36e53e2c5c203fe5498ca63879c0a149f372fe36c9e696a324369c3fa66517d','06869a897bfb9e449628318868a72b5e1e9181c783a8997888a1591cb0ac092b');
INSERT INTO "audit" VALUES(4,'2026-11-22T15:11:19.566978+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','9d0a17c8-0789-4807-9dbe-7af6e58779bc','save settings','setting','a6d3a583-b661-528f-8685-d90bee26ab05',NULL,'{"action":"save settings","at":"2026-11-22T15:11:19.566978+00:00","deed_key":"9d0a17c8-0789-4807-9dbe-7af6e58779bc","new":{"id":"a6d3a583-b661-528f-8685-d90bee26ab05","name":"site","value":{"closing_days":[],"country":"","day_phone":"","first_dose":null,"language":"en","night_phone":"","paper":"a4","person_id":null,"policy":{},"practice":"","region":null,"set_up":false,"site_name":"","text_scale":100,"theme":"system"}},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":4,"subject":"setting","subject_id":"a6d3a583-b661-528f-8685-d90bee26ab05","why":""}','06869a897bfb9e449628318868a72b5e1e9181c783a8997888a1591cb0ac092b','f9190c78b3f6e2ac584bcec227063689d4caae20ba6a7e1e8b5f68999b72f211');
INSERT INTO "audit" VALUES(5,'2026-11-22T15:11:19.570126+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','f5194da9-0d72-421c-beb4-dd63d8251464','change patient','patient','aaebddc9-e701-47af-90d0-ccce35303c76','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"change patient","at":"2026-11-22T15:11:19.570126+00:00","deed_key":"f5194da9-0d72-421c-beb4-dd63d8251464","new":{"note":"changed"},"old":{"note":"eats little"},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":5,"subject":"patient","subject_id":"aaebddc9-e701-47af-90d0-ccce35303c76","why":"typed wrong"}','f9190c78b3f6e2ac584bcec227063689d4caae20ba6a7e1e8b5f68999b72f211','33cda370a65eccaafa56c96517f442db862135dacd1959e9168acfd2e0d5bbe9');
INSERT INTO "audit" VALUES(6,'2026-11-22T15:11:19.574607+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','45119db4-0177-4820-bc16-f3e1a0d3a44c','measure','measurement','45119db4-0177-4820-bc16-f3e1a0d3a44c','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"measure","at":"2026-11-22T15:11:19.574607+00:00","deed_key":"45119db4-0177-4820-bc16-f3e1a0d3a44c","new":{"confirmed":"","id":"45119db4-0177-4820-bc16-f3e1a0d3a44c","kind":"weight_kg","on":"2026-03-02","patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","value":"58.0"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":6,"subject":"measurement","subject_id":"45119db4-0177-4820-bc16-f3e1a0d3a44c","why":""}','33cda370a65eccaafa56c96517f442db862135dacd1959e9168acfd2e0d5bbe9','b5b14169f7e793e8388d6e6c8306ea561391cecd71b73dab4233b9ae1da5a5f2');
INSERT INTO "audit" VALUES(7,'2026-11-22T15:11:19.578048+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','a2ded38c-18b7-432d-8767-e4b9f1b00fd8','add lab','lab','a2ded38c-18b7-432d-8767-e4b9f1b00fd8','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"add lab","at":"2026-11-22T15:11:19.578048+00:00","deed_key":"a2ded38c-18b7-432d-8767-e4b9f1b00fd8","new":{"analyte":"platelets","id":"a2ded38c-18b7-432d-8767-e4b9f1b00fd8","lln":null,"on":"2026-03-02","patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","uln":null,"unit":"10^9/L","value":"210"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":7,"subject":"lab","subject_id":"a2ded38c-18b7-432d-8767-e4b9f1b00fd8","why":""}','b5b14169f7e793e8388d6e6c8306ea561391cecd71b73dab4233b9ae1da5a5f2','728d9aa5a17b0761316911f928ede0171a3093d7ddbb311121a81673d9802e93');
INSERT INTO "audit" VALUES(8,'2026-11-22T15:11:19.581759+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','f3951f42-c96f-4879-b410-7db255484cee','keep draft','draft','f3951f42-c96f-4879-b410-7db255484cee','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"keep draft","at":"2026-11-22T15:11:19.581759+00:00","deed_key":"f3951f42-c96f-4879-b410-7db255484cee","new":{"answer_json":"sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126","case_json":"sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126","course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":2,"day1":"2026-03-23","id":"f3951f42-c96f-4879-b410-7db255484cee","open":true,"texts":"sha256:80c56260ea9293d53c4b5cc880b259cbb43bd4cc6bb161da2b7f39fe143b7221"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":8,"subject":"draft","subject_id":"f3951f42-c96f-4879-b410-7db255484cee","why":""}','728d9aa5a17b0761316911f928ede0171a3093d7ddbb311121a81673d9802e93','2a2ddfc917a16c3eb34527473e591e5fe4437f472145696b66154a9ab924f73b');
INSERT INTO "audit" VALUES(9,'2026-11-22T15:11:19.603547+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','02fa1b2a-84b3-44e6-834e-e6e8cdc57e92','sign order','cycle_order','02fa1b2a-84b3-44e6-834e-e6e8cdc57e92','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"sign order","at":"2026-11-22T15:11:19.603547+00:00","deed_key":"02fa1b2a-84b3-44e6-834e-e6e8cdc57e92","new":{"answer_json":"sha256:76bdcd495a902adc96feb32cf54cded9b3c75c42d437653731e7f2d1e92d3913","case_json":"sha256:d9b8bbd54ca22b1434c01df4a293f3833fd81de01472c0f6fb7c7b8eda72a314","check_code":"4505-BF15","course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":1,"day1":"2026-03-02","decision_ids":[],"engine_version":"1","given_at":null,"given_on":null,"id":"02fa1b2a-84b3-44e6-834e-e6e8cdc57e92","overrides":{},"profile_sha256":"63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533","regimen_sha256":"66aa648d591c252ee840e2896a8bded36c58197e3ddc0e81e78548a67ddc709b","revision":1,"signed_at":"2026-11-22T15:11:19.603547+00:00","signed_by":"Priya Raman","signed_by_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","signed_role":"pharmacist","state":"signed"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":9,"subject":"cycle_order","subject_id":"02fa1b2a-84b3-44e6-834e-e6e8cdc57e92","why":""}','2a2ddfc917a16c3eb34527473e591e5fe4437f472145696b66154a9ab924f73b','62abe597afff26af06755182a50ce6093e3c5d129fe7ba5df23608c874f3ac61');
INSERT INTO "audit" VALUES(10,'2026-11-22T15:11:19.628932+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','53a11c6b-656b-4325-8e13-08c3590480fb','delay cycle','delay','53a11c6b-656b-4325-8e13-08c3590480fb','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"delay cycle","at":"2026-11-22T15:11:19.628932+00:00","deed_key":"53a11c6b-656b-4325-8e13-08c3590480fb","new":{"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":2,"days":7,"id":"53a11c6b-656b-4325-8e13-08c3590480fb","reason_code":"other","reason_text":"","shift":"all","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":10,"subject":"delay","subject_id":"53a11c6b-656b-4325-8e13-08c3590480fb","why":"other"}','62abe597afff26af06755182a50ce6093e3c5d129fe7ba5df23608c874f3ac61','bb5761ba802dea325276d34604e8003b8c78f2f34c0492543a54718ca0bb77ac');
INSERT INTO "audit" VALUES(11,'2026-11-22T15:11:19.651578+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','33ee22c9-4ea6-48e9-b1e8-390fa03fca84','hold drug','hold','33ee22c9-4ea6-48e9-b1e8-390fa03fca84','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"hold drug","at":"2026-11-22T15:11:19.651578+00:00","deed_key":"33ee22c9-4ea6-48e9-b1e8-390fa03fca84","new":{"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","drug":"pembrolizumab","end":null,"end_why":"","id":"33ee22c9-4ea6-48e9-b1e8-390fa03fca84","reason_code":"other","reason_text":"","start":"2026-03-02","stop":false,"withdrawn":false},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":11,"subject":"hold","subject_id":"33ee22c9-4ea6-48e9-b1e8-390fa03fca84","why":"other"}','bb5761ba802dea325276d34604e8003b8c78f2f34c0492543a54718ca0bb77ac','9039aa441ac50e7a6bd22bb567bc61f23f118b1135c90022e636f695e1bd79c3');
INSERT INTO "audit" VALUES(12,'2026-11-22T15:11:19.670144+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','45f25ce8-93a0-4509-ac0f-77533b25c3e3','record print','print','45f25ce8-93a0-4509-ac0f-77533b25c3e3','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"record print","at":"2026-11-22T15:11:19.670144+00:00","deed_key":"45f25ce8-93a0-4509-ac0f-77533b25c3e3","new":{"check_code":"AB12-CD34","copies":1,"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","course_json":"sha256:c89a148be40e6752261e3038609a4b68de22fa3bfdaf32f884edffb8480b9bbe","cycle":1,"id":"45f25ce8-93a0-4509-ac0f-77533b25c3e3","language":"en","large_print":false,"order_id":null,"paper":"a4","revision":1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000","valid":true},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":12,"subject":"print","subject_id":"45f25ce8-93a0-4509-ac0f-77533b25c3e3","why":""}','9039aa441ac50e7a6bd22bb567bc61f23f118b1135c90022e636f695e1bd79c3','e82318716e3f7288b59acb9881b46362aa655ba01b0f9b1b4baf869010788b26');
INSERT INTO "audit" VALUES(13,'2026-11-22T15:11:19.674606+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','ff339cef-b0ea-4d2e-8d7e-e0bafa16073f','open visit','visit','ff339cef-b0ea-4d2e-8d7e-e0bafa16073f','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"open visit","at":"2026-11-22T15:11:19.674606+00:00","deed_key":"ff339cef-b0ea-4d2e-8d7e-e0bafa16073f","new":{"any_event":null,"asked_not_present":[],"complete":false,"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":1,"cycle_day":22,"diastolic_mmhg":null,"doses_told":{},"ecog":null,"id":"ff339cef-b0ea-4d2e-8d7e-e0bafa16073f","new_medicines":[],"note":"","on":"2026-03-23","patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","patient_reported":{},"pulse_per_min":null,"spo2_percent":null,"systolic_mmhg":null,"tablets_cycle":null,"tablets_returned":{},"temperature_c":null,"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","weight_confirmed":"","weight_kg":null},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":13,"subject":"visit","subject_id":"ff339cef-b0ea-4d2e-8d7e-e0bafa16073f","why":""}','e82318716e3f7288b59acb9881b46362aa655ba01b0f9b1b4baf869010788b26','eacd476b211bb65ef63933a125ceff707c12cad3082ff8b2f19fa947d3a265ac');
INSERT INTO "audit" VALUES(14,'2026-11-22T15:11:19.680546+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','d2ec74b6-5980-469d-a908-fb547c0ba943','complete visit','visit','ff339cef-b0ea-4d2e-8d7e-e0bafa16073f','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"complete visit","at":"2026-11-22T15:11:19.680546+00:00","deed_key":"d2ec74b6-5980-469d-a908-fb547c0ba943","new":{"any_event":true,"asked_not_present":["Nausea","Vomiting"],"complete":true,"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":1,"cycle_day":22,"diastolic_mmhg":76,"doses_told":{"last_day":9,"last_part":"morning","omitted":0,"words":"stop until we call"},"ecog":2,"id":"ff339cef-b0ea-4d2e-8d7e-e0bafa16073f","new_medicines":["phenytoin"],"note":"walks\nwith a stick","on":"2026-03-23","patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","patient_reported":{"fatigue":0,"numbness":2},"pulse_per_min":78,"spo2_percent":97,"systolic_mmhg":128,"tablets_cycle":1,"tablets_returned":{"150":12,"500":36},"temperature_c":"36.80","texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","weight_confirmed":"57.60","weight_kg":"57.60"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":14,"subject":"visit","subject_id":"ff339cef-b0ea-4d2e-8d7e-e0bafa16073f","why":""}','eacd476b211bb65ef63933a125ceff707c12cad3082ff8b2f19fa947d3a265ac','deea17f3124dcd2f0bdc264bf134d0549e185114d2d294ad0463f87e3ffafac6');
INSERT INTO "audit" VALUES(15,'2026-11-22T15:11:19.680546+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','d2ec74b6-5980-469d-a908-fb547c0ba943','complete visit','measurement','0c7a4ea1-11bd-5f33-96ae-1ebdc54017cf','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"complete visit","at":"2026-11-22T15:11:19.680546+00:00","deed_key":"d2ec74b6-5980-469d-a908-fb547c0ba943","new":{"confirmed":"57.60","id":"0c7a4ea1-11bd-5f33-96ae-1ebdc54017cf","kind":"weight_kg","on":"2026-03-23","patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","value":"57.60"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":15,"subject":"measurement","subject_id":"0c7a4ea1-11bd-5f33-96ae-1ebdc54017cf","why":""}','deea17f3124dcd2f0bdc264bf134d0549e185114d2d294ad0463f87e3ffafac6','aba97d2f60146fe44a50670778f8db56b75b646faba13e2922c59b55642c1191');
INSERT INTO "audit" VALUES(16,'2026-11-22T15:11:19.680546+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','d2ec74b6-5980-469d-a908-fb547c0ba943','complete visit','patient','aaebddc9-e701-47af-90d0-ccce35303c76','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"complete visit","at":"2026-11-22T15:11:19.680546+00:00","deed_key":"d2ec74b6-5980-469d-a908-fb547c0ba943","new":{"ecog":2,"medicines":["warfarin","phenytoin"]},"old":{"ecog":1,"medicines":["warfarin"]},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":16,"subject":"patient","subject_id":"aaebddc9-e701-47af-90d0-ccce35303c76","why":""}','aba97d2f60146fe44a50670778f8db56b75b646faba13e2922c59b55642c1191','b9a11dbbb66e3a687647192c404b224aa93033ce21a5f2564615a2b3e58aec34');
INSERT INTO "audit" VALUES(17,'2026-11-22T15:11:19.691414+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','b695dd71-5717-4525-93d1-ab7c0e3a56f7','report event','adverse_event','b695dd71-5717-4525-93d1-ab7c0e3a56f7','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"report event","at":"2026-11-22T15:11:19.691414+00:00","deed_key":"b695dd71-5717-4525-93d1-ab7c0e3a56f7","new":{"actions":{"capecitabine":"DRUG INTERRUPTED","pembrolizumab":"DRUG INTERRUPTED"},"attribution":{"capecitabine":4,"disease":1,"pembrolizumab":3},"baseline_grade":0,"before_infusion":null,"cause":"capecitabine","cause_named_by":"Priya Raman","code":"10012727","course_id":"46b58658-ca63-44d2-8929-8bf0da882645","criteria":["admission"],"ctcae_version":"5.0","cycle":1,"cycle_day":19,"dose_limiting":true,"elsewhere":false,"end":"","expected":true,"grades":[{"by":"Priya Raman","evidence":"","grade":2,"on":"2026-03-20"},{"by":"Priya Raman","evidence":"","grade":3,"on":"2026-03-21"}],"highest_grade":3,"id":"b695dd71-5717-4525-93d1-ab7c0e3a56f7","immune":"unsure","location":"","note":"lives alone","number":1,"ongoing":true,"other_action":"stool culture","outcome":"RECOVERING/RESOLVING","patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","present_at_baseline":false,"reported_on":"2026-03-22","reported_words":"running all day\nand night","serious":true,"soc":"Gastrointestinal disorders","specify":"","start":"2026-03-20","steroid":{"end":null,"peak_mg_kg":"1.0","start":"2026-03-22"},"term":"Diarrhea","treated":true,"treatment":"loperamide","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":17,"subject":"adverse_event","subject_id":"b695dd71-5717-4525-93d1-ab7c0e3a56f7","why":""}','b9a11dbbb66e3a687647192c404b224aa93033ce21a5f2564615a2b3e58aec34','04a280d594348e025591e146b83fc7bf820b92ae0d3b68caa9af4e604c5e6c3e');
INSERT INTO "audit" VALUES(18,'2026-11-22T15:11:19.702160+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','67ae2fc5-7582-4fd6-82a0-83044eab998f','answer checklist','checklist_answer','67ae2fc5-7582-4fd6-82a0-83044eab998f','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"answer checklist","at":"2026-11-22T15:11:19.702160+00:00","deed_key":"67ae2fc5-7582-4fd6-82a0-83044eab998f","new":{"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":1,"id":"67ae2fc5-7582-4fd6-82a0-83044eab998f","item":"consent","on":"2026-03-02","reason":"","result":"done","value":"signed on paper"},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":18,"subject":"checklist_answer","subject_id":"67ae2fc5-7582-4fd6-82a0-83044eab998f","why":""}','04a280d594348e025591e146b83fc7bf820b92ae0d3b68caa9af4e604c5e6c3e','eaa50a30d3e5ac9f833b090c679ab9e2c1c7cb1f343db7a8c2efa2af2374f86e');
INSERT INTO "audit" VALUES(19,'2026-11-22T15:11:19.707916+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','1dc45f95-5a5b-4a5e-8191-e07493c380d8','go ahead','go_ahead','1dc45f95-5a5b-4a5e-8191-e07493c380d8','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"go ahead","at":"2026-11-22T15:11:19.707916+00:00","deed_key":"1dc45f95-5a5b-4a5e-8191-e07493c380d8","new":{"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":2,"cycle_day":1,"for_day":"2026-03-23","id":"1dc45f95-5a5b-4a5e-8191-e07493c380d8","note":"","on":"2026-03-23","way":"telephone","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":19,"subject":"go_ahead","subject_id":"1dc45f95-5a5b-4a5e-8191-e07493c380d8","why":""}','eaa50a30d3e5ac9f833b090c679ab9e2c1c7cb1f343db7a8c2efa2af2374f86e','5693fab52b294103a34ba1bec2b78e4176eeb096a20579786fe53345b6f7cc36');
INSERT INTO "audit" VALUES(20,'2026-11-22T15:11:19.712722+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','d1c1e6b4-4ee8-44e4-a25c-f4351a138b2f','hold as proposed','decision','d1c1e6b4-4ee8-44e4-a25c-f4351a138b2f','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"hold as proposed","at":"2026-11-22T15:11:19.712722+00:00","deed_key":"d1c1e6b4-4ee8-44e4-a25c-f4351a138b2f","new":{"course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":2,"decided_by":"Priya Raman","decided_role":"pharmacist","drug":"capecitabine","event_ids":["b695dd71-5717-4525-93d1-ab7c0e3a56f7"],"hold_from":null,"hold_id":null,"hold_until":null,"id":"d1c1e6b4-4ee8-44e4-a25c-f4351a138b2f","level":null,"percent":null,"proposal_json":"sha256:69457cbaaacc768b69ce16c65bc1b93687b931428a41ad47f3c55f3be0f0c2f9","reason":"","reason_code":"diarrhoea","rule_ids":["r"],"starting_percent":null,"stop_from":null,"taken":"accept","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":20,"subject":"decision","subject_id":"d1c1e6b4-4ee8-44e4-a25c-f4351a138b2f","why":"diarrhoea"}','5693fab52b294103a34ba1bec2b78e4176eeb096a20579786fe53345b6f7cc36','27bec0dadcd5e22e221ae21a0d7391652439a2ac76b9dc53e924c72201ee5d89');
INSERT INTO "audit" VALUES(21,'2026-11-22T15:11:19.717888+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb','a2868c77-f3ed-4f32-ab85-0804346b49a1','dispense','dispensed','a2868c77-f3ed-4f32-ab85-0804346b49a1','aaebddc9-e701-47af-90d0-ccce35303c76','{"action":"dispense","at":"2026-11-22T15:11:19.717888+00:00","deed_key":"a2868c77-f3ed-4f32-ab85-0804346b49a1","new":{"batch":"B7731","course_id":"46b58658-ca63-44d2-8929-8bf0da882645","cycle":1,"drug":"capecitabine","expiry":"2027-04-30","id":"a2868c77-f3ed-4f32-ab85-0804346b49a1","leftover":false,"on":"2026-03-02","packs":1,"reason":"","strength_mg":"500","tablets":84,"withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"aaebddc9-e701-47af-90d0-ccce35303c76","person":"Priya Raman","person_id":"8179e478-6174-4c14-9e69-4dfc500dc2cb","role":"pharmacist","seq":21,"subject":"dispensed","subject_id":"a2868c77-f3ed-4f32-ab85-0804346b49a1","why":""}','27bec0dadcd5e22e221ae21a0d7391652439a2ac76b9dc53e924c72201ee5d89','7a32f605aa9c5acc45ae57e2ced152db476dd20823135be1a4fbacc98a08cd62');
CREATE TABLE checklist_answer (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	item TEXT NOT NULL, 
	result TEXT NOT NULL, 
	value TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_checklist_answer PRIMARY KEY (id), 
	CONSTRAINT ck_checklist_answer_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_checklist_answer_reason CHECK (result = 'done' OR length(reason) > 0), 
	CONSTRAINT ck_checklist_answer_result CHECK (result IN ('done', 'not_done', 'not_applicable')), 
	CONSTRAINT fk_checklist_answer_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_checklist_answer_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "checklist_answer" VALUES('67ae2fc5-7582-4fd6-82a0-83044eab998f','46b58658-ca63-44d2-8929-8bf0da882645',1,'consent','done','signed on paper','2026-03-02','',1,'2026-11-22T15:11:19.702160+00:00','2026-11-22T15:11:19.702160+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',18,'e691fb5b9fe4a112a788f0b30bb64b4d203dd548922d0b510e70161286da65da');
CREATE TABLE course (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	status TEXT NOT NULL, 
	regimen_id TEXT NOT NULL, 
	regimen_version TEXT NOT NULL, 
	regimen_sha256 TEXT NOT NULL, 
	practice TEXT NOT NULL, 
	profile_sha256 TEXT NOT NULL, 
	options TEXT NOT NULL, 
	day1 TEXT NOT NULL, 
	planned_cycles INTEGER NOT NULL, 
	first_dose TEXT NOT NULL, 
	first_cycle INTEGER NOT NULL, 
	starting_percent TEXT NOT NULL, 
	earlier TEXT NOT NULL, 
	cumulative TEXT NOT NULL, 
	earlier_toxicities TEXT NOT NULL, 
	intent TEXT NOT NULL, 
	end_reason TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_course PRIMARY KEY (id), 
	CONSTRAINT ck_course_first_dose CHECK (first_dose IN ('morning', 'evening', 'next_morning')), 
	CONSTRAINT ck_course_status CHECK (status IN ('active', 'completed', 'stopped')), 
	CONSTRAINT ck_course_first_cycle CHECK (first_cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_course_planned_cycles CHECK (planned_cycles BETWEEN 1 AND 200), 
	CONSTRAINT fk_course_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_course_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_course_profile_sha256 FOREIGN KEY(profile_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_course_regimen_sha256 FOREIGN KEY(regimen_sha256) REFERENCES kept_text (sha256)
)
 STRICT

;
INSERT INTO "course" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','aaebddc9-e701-47af-90d0-ccce35303c76','active','ici-capox','0.1','66aa648d591c252ee840e2896a8bded36c58197e3ddc0e81e78548a67ddc709b','us','63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533','{"ici":"pembrolizumab"}','2026-03-02',8,'morning',1,'{}','[]','{}','','','',1,'2026-11-22T15:11:19.373824+00:00','2026-11-22T15:11:19.373824+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',3,'7844a571c3472887add3180cbb74e06047be2e8dc84a15b2cafe9e6149a51efe');
CREATE TABLE cycle_order (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	state TEXT NOT NULL, 
	day1 TEXT NOT NULL, 
	case_json TEXT NOT NULL, 
	answer_json TEXT NOT NULL, 
	regimen_sha256 TEXT NOT NULL, 
	profile_sha256 TEXT NOT NULL, 
	engine_version TEXT NOT NULL, 
	overrides TEXT NOT NULL, 
	decision_ids TEXT NOT NULL, 
	check_code TEXT NOT NULL, 
	signed_by_id TEXT NOT NULL, 
	signed_by TEXT NOT NULL, 
	signed_role TEXT NOT NULL, 
	signed_at TEXT NOT NULL, 
	given_on TEXT, 
	given_at TEXT, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_cycle_order PRIMARY KEY (id), 
	CONSTRAINT ck_cycle_order_given CHECK ((state = 'given') = (given_on IS NOT NULL)), 
	CONSTRAINT ck_cycle_order_state CHECK (state IN ('signed', 'given', 'replaced')), 
	CONSTRAINT ck_cycle_order_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT fk_cycle_order_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_cycle_order_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_cycle_order_profile_sha256 FOREIGN KEY(profile_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_cycle_order_regimen_sha256 FOREIGN KEY(regimen_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_cycle_order_signed_by_id FOREIGN KEY(signed_by_id) REFERENCES person (id), 
	CONSTRAINT uq_cycle_order_course_id_cycle_revision UNIQUE (course_id, cycle, revision)
)
 STRICT

;
INSERT INTO "cycle_order" VALUES('02fa1b2a-84b3-44e6-834e-e6e8cdc57e92','46b58658-ca63-44d2-8929-8bf0da882645',1,1,'signed','2026-03-02','{"regimen": "ici-capox", "practice": "us", "options": {"ici": "pembrolizumab"}, "cycle": 1, "patient": {"sex": "male", "birth_date": "1958-03-01"}, "day1": "2026-03-02", "basis": {"height_cm": "165", "weight_kg": "58.0", "weight_date": "2026-03-02"}, "chosen_plan": {"capecitabine": 0}}','{"regimen": {"id": "ici-capox", "version": "0.1", "sha256": "66aa648d591c252ee840e2896a8bded36c58197e3ddc0e81e78548a67ddc709b"}, "practice": {"id": "us", "sha256": "63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533"}, "engine_version": "3", "cycle": 1, "day1": "2026-03-02", "age_y": 68, "options": {"ici": "pembrolizumab"}, "limit_set": "default", "defaults_used": ["policy.bsa_formula", "policy.bsa_cap_m2", "policy.crcl_weight", "policy.capecitabine_rounding", "policy.tablets_mg", "policy.tablet_packs", "policy.max_variance_percent.oral", "policy.max_variance_percent.iv", "policy.unequal_am_pm", "policy.unequal_most_mg", "policy.first_dose", "policy.dose_steps_mg", "policy.default_step_mg", "policy.vials_mg", "policy.weight_change_percent", "policy.dose_change_percent", "policy.near_crcl_ml_min", "policy.weight_valid_days", "policy.lab_valid_days", "policy.creatinine_valid_days", "policy.height_change_cm", "policy.share_vials"], "bsa": {"formula": "mosteller", "m2": "1.630439613519413154145299617617351", "dosing_m2": "1.630439613519413154145299617617351", "capped": false, "cap_m2": null, "kept_weight_kg": null}, "renal": null, "doses": [{"drug": "pembrolizumab", "route": "iv", "days": [1], "doses_per_day": 1, "level": "200", "per": "fixed", "starting_percent": "100", "percent": "100", "effective_level": "200", "dose_level": null, "exact_mg": "200", "dose_mg": "200", "variance_percent": "0", "capped": false, "held": false, "cold_days": 0, "infusion": {"diluent": "sodium chloride 0.9 %", "volume_ml": "100", "concentration_mg_ml": "2", "minutes": 30, "convention": "nominal", "drug_volume_ml": "8", "final_volume_ml": "100", "status": "ok", "note": "Filter 0.2 to 5 micrometres. The bag of 100 mL is a proposal of this project."}, "vials": [{"size_mg": "100", "count": 2}], "waste_mg": "0", "proof": ["Fixed dose: 200 mg [US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1]", "Concentration: 200 mg / 100 mL in sodium chloride 0.9 %, 30 minutes = 2 mg/mL [US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1]", "Vials (least waste, then fewest; waste 0 mg): 2 x 100 mg = 200 mg"], "proof_steps": [{"step": "level", "title": "Fixed dose", "formula": "200 mg", "inputs": {}, "result": "200", "unit": "mg", "shown": "200", "source": "US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1"}, {"step": "infusion", "title": "Concentration", "formula": "200 mg / 100 mL in sodium chloride 0.9 %, 30 minutes", "inputs": {"dose_mg": "200", "volume_ml": "100", "convention": "bag volume as labelled", "drug_volume_ml": "8 (at 25 mg/mL)", "min_mg_ml": "1", "max_mg_ml": "10"}, "result": "2", "unit": "mg/mL", "shown": "2", "source": "US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1"}, {"step": "vials", "title": "Vials (least waste, then fewest; waste 0 mg)", "formula": "2 x 100 mg", "inputs": {"dose_mg": "200", "waste_mg": "0"}, "result": "200", "unit": "mg", "shown": "200", "source": ""}]}, {"drug": "oxaliplatin", "route": "iv", "days": [1], "doses_per_day": 1, "level": "130", "per": "m2", "starting_percent": "100", "percent": "100", "effective_level": "130", "dose_level": null, "exact_mg": "211.9571497575237100388889502902556", "dose_mg": "210", "variance_percent": "-0.9233704830257740910018076586513929", "capped": false, "held": false, "cold_days": 5, "infusion": {"diluent": "glucose 5 %", "volume_ml": "500", "concentration_mg_ml": "0.42", "minutes": 120, "convention": "nominal", "drug_volume_ml": "42", "final_volume_ml": "500", "status": "ok", "note": "2 h; up to 6 h after throat or infusion symptoms. Flush the line with glucose 5 %. No aluminium needles, no chloride, no alkaline drug in the line. The concentration is dose by nominal bag volume."}, "vials": [{"size_mg": "100", "count": 2}, {"size_mg": "50", "count": 1}], "waste_mg": "40", "proof": ["BSA, Mosteller 1987: sqrt(165 x 58.0 / 3600) = 1.6304 m2 [Mosteller RD. N Engl J Med 1987;317:1098]", "Dose level: 130 mg/m2 [BC Cancer and Cancer Care Ontario XELOX protocols: oxaliplatin 130 mg/m2 day 1, capecitabine 1000 mg/m2 twice daily days 1 to 14; ici-capox version 0.1]", "Exact dose, before rounding: 130 mg/m2 x 1.6304 m2 = 211.96 mg", "Rounding: 211.96 mg to the nearest 5 mg, an exact half up = 210 mg [dose_steps_mg: practice profile us; Proposal of this project: steps that can be measured with the usual vials, well inside the variance limit]", "Difference from the exact dose: (210 - 211.96) / 211.96 x 100 = -0.92 %", "Concentration: 210 mg / 500 mL in glucose 5 %, 120 minutes = 0.42 mg/mL [EU oxaliplatin SmPC 4.2: 0.2 to 0.70 mg/mL in glucose 5 %; NCCP Ireland: up to 104 mg in 250 mL, more in 500 mL; ici-capox version 0.1]", "Vials (least waste, then fewest; waste 40 mg): 2 x 100 mg + 1 x 50 mg = 250 mg"], "proof_steps": [{"step": "bsa", "title": "BSA, Mosteller 1987", "formula": "sqrt(165 x 58.0 / 3600)", "inputs": {"height_cm": "165", "height_date": "not given", "weight_kg": "58.0", "weight_date": "2026-03-02"}, "result": "1.630439613519413154145299617617351", "unit": "m2", "shown": "1.6304", "source": "Mosteller RD. N Engl J Med 1987;317:1098"}, {"step": "level", "title": "Dose level", "formula": "130 mg/m2", "inputs": {}, "result": "130", "unit": "mg/m2", "shown": "130", "source": "BC Cancer and Cancer Care Ontario XELOX protocols: oxaliplatin 130 mg/m2 day 1, capecitabine 1000 mg/m2 twice daily days 1 to 14; ici-capox version 0.1"}, {"step": "exact", "title": "Exact dose, before rounding", "formula": "130 mg/m2 x 1.6304 m2", "inputs": {"bsa_m2": "1.630439613519413154145299617617351"}, "result": "211.9571497575237100388889502902556", "unit": "mg", "shown": "211.96", "source": ""}, {"step": "rounding", "title": "Rounding", "formula": "211.96 mg to the nearest 5 mg, an exact half up", "inputs": {"exact_mg": "211.9571497575237100388889502902556", "step_mg": "5"}, "result": "210", "unit": "mg", "shown": "210", "source": "dose_steps_mg: practice profile us; Proposal of this project: steps that can be measured with the usual vials, well inside the variance limit"}, {"step": "variance", "title": "Difference from the exact dose", "formula": "(210 - 211.96) / 211.96 x 100", "inputs": {"given_mg": "210", "exact_mg": "211.9571497575237100388889502902556"}, "result": "-0.9233704830257740910018076586513929", "unit": "%", "shown": "-0.92", "source": ""}, {"step": "infusion", "title": "Concentration", "formula": "210 mg / 500 mL in glucose 5 %, 120 minutes", "inputs": {"dose_mg": "210", "volume_ml": "500", "convention": "bag volume as labelled", "drug_volume_ml": "42 (at 5 mg/mL)", "min_mg_ml": "0.2", "max_mg_ml": "0.7"}, "result": "0.42", "unit": "mg/mL", "shown": "0.42", "source": "EU oxaliplatin SmPC 4.2: 0.2 to 0.70 mg/mL in glucose 5 %; NCCP Ireland: up to 104 mg in 250 mL, more in 500 mL; ici-capox version 0.1"}, {"step": "vials", "title": "Vials (least waste, then fewest; waste 40 mg)", "formula": "2 x 100 mg + 1 x 50 mg", "inputs": {"dose_mg": "210", "waste_mg": "40"}, "result": "250", "unit": "mg", "shown": "250", "source": ""}]}, {"drug": "capecitabine", "route": "po", "days": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], "doses_per_day": 2, "level": "1000", "per": "m2", "starting_percent": "100", "percent": "100", "effective_level": "1000", "dose_level": null, "exact_mg": "1630.439613519413154145299617617351", "dose_mg": "1650", "variance_percent": "1.199700149480816464191010748663206", "capped": false, "held": false, "cold_days": 0, "plans": [{"am": {"150": 1, "500": 3}, "pm": {"150": 1, "500": 3}, "am_mg": "1650", "pm_mg": "1650", "daily_mg": "3300", "variance_percent": "1.199700149480816464191010748663206", "tablets_per_day": 8, "supply": {"150": 28, "500": 84}, "packs": {"150": 1, "500": 1}, "within_limit": true, "label_answer": true}, {"am": {"150": 4, "500": 2}, "pm": {"150": 4, "500": 2}, "am_mg": "1600", "pm_mg": "1600", "daily_mg": "3200", "variance_percent": "-1.866957430806481004420838061902346", "tablets_per_day": 12, "supply": {"150": 112, "500": 56}, "packs": {"150": 2, "500": 1}, "within_limit": true, "label_answer": false}, {"am": {"150": 7, "500": 1}, "pm": {"150": 7, "500": 1}, "am_mg": "1550", "pm_mg": "1550", "daily_mg": "3100", "variance_percent": "-4.933615011093778473032686872467898", "tablets_per_day": 16, "supply": {"150": 196, "500": 28}, "packs": {"150": 4, "500": 1}, "within_limit": true, "label_answer": false}, {"am": {"150": 8, "500": 1}, "pm": {"150": 8, "500": 1}, "am_mg": "1700", "pm_mg": "1700", "daily_mg": "3400", "variance_percent": "4.266357729768113932802859559228758", "tablets_per_day": 18, "supply": {"150": 224, "500": 28}, "packs": {"150": 4, "500": 1}, "within_limit": true, "label_answer": false}, {"am": {"150": 11}, "pm": {"150": 11}, "am_mg": "1650", "pm_mg": "1650", "daily_mg": "3300", "variance_percent": "1.199700149480816464191010748663206", "tablets_per_day": 22, "supply": {"150": 308}, "packs": {"150": 6}, "within_limit": true, "label_answer": false}, {"am": {"500": 3}, "pm": {"500": 3}, "am_mg": "1500", "pm_mg": "1500", "daily_mg": "3000", "variance_percent": "-8.000272591381075941644535683033449", "tablets_per_day": 6, "supply": {"500": 84}, "packs": {"500": 1}, "within_limit": false, "label_answer": false}, {"am": {"150": 5, "500": 2}, "pm": {"150": 5, "500": 2}, "am_mg": "1750", "pm_mg": "1750", "daily_mg": "3500", "variance_percent": "7.333015310055411401414708369794309", "tablets_per_day": 14, "supply": {"150": 140, "500": 56}, "packs": {"150": 3, "500": 1}, "within_limit": false, "label_answer": false}], "chosen": 0, "tie": false, "proof": ["BSA, Mosteller 1987: sqrt(165 x 58.0 / 3600) = 1.6304 m2 [Mosteller RD. N Engl J Med 1987;317:1098]", "Dose level, per dose: 1000 mg/m2 [US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning; ici-capox version 0.1]", "Exact dose, before rounding: 1000 mg/m2 x 1.6304 m2 = 1630.44 mg", "Exact dose, per day: 1630.44 mg per dose x 2 doses = 3260.88 mg", "Label rounding: 1630.44 mg to the nearest 150 mg = 1650 mg [US capecitabine label, section 2.8: nearest 150 mg]", "Tablets, per day: morning 3 x 500 mg + 1 x 150 mg, evening 3 x 500 mg + 1 x 150 mg = 3300 mg [tablets_mg: practice profile us; Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets]", "Difference from the exact dose: (3300 - 3260.88) / 3260.88 x 100 = +1.2 %", "Tablets for the cycle: 14 days x 8 tablets: 28 x 150 mg, 84 x 500 mg = 112 tablets"], "proof_steps": [{"step": "bsa", "title": "BSA, Mosteller 1987", "formula": "sqrt(165 x 58.0 / 3600)", "inputs": {"height_cm": "165", "height_date": "not given", "weight_kg": "58.0", "weight_date": "2026-03-02"}, "result": "1.630439613519413154145299617617351", "unit": "m2", "shown": "1.6304", "source": "Mosteller RD. N Engl J Med 1987;317:1098"}, {"step": "level", "title": "Dose level, per dose", "formula": "1000 mg/m2", "inputs": {}, "result": "1000", "unit": "mg/m2", "shown": "1000", "source": "US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning; ici-capox version 0.1"}, {"step": "exact", "title": "Exact dose, before rounding", "formula": "1000 mg/m2 x 1.6304 m2", "inputs": {"bsa_m2": "1.630439613519413154145299617617351"}, "result": "1630.439613519413154145299617617351", "unit": "mg", "shown": "1630.44", "source": ""}, {"step": "exact_per_day", "title": "Exact dose, per day", "formula": "1630.44 mg per dose x 2 doses", "inputs": {"per_dose_mg": "1630.439613519413154145299617617351", "doses_per_day": "2"}, "result": "3260.879227038826308290599235234702", "unit": "mg", "shown": "3260.88", "source": ""}, {"step": "rounding", "title": "Label rounding", "formula": "1630.44 mg to the nearest 150 mg", "inputs": {"exact_mg": "1630.439613519413154145299617617351"}, "result": "1650", "unit": "mg", "shown": "1650", "source": "US capecitabine label, section 2.8: nearest 150 mg"}, {"step": "tablets", "title": "Tablets, per day", "formula": "morning 3 x 500 mg + 1 x 150 mg, evening 3 x 500 mg + 1 x 150 mg", "inputs": {"tablets_mg": "150, 500", "max_variance_percent": "5"}, "result": "3300", "unit": "mg", "shown": "3300", "source": "tablets_mg: practice profile us; Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets"}, {"step": "variance", "title": "Difference from the exact dose", "formula": "(3300 - 3260.88) / 3260.88 x 100", "inputs": {"given_mg": "3300", "exact_mg": "3260.879227038826308290599235234702"}, "result": "1.199700149480816464191010748663206", "unit": "%", "shown": "+1.2", "source": ""}, {"step": "supply", "title": "Tablets for the cycle", "formula": "14 days x 8 tablets: 28 x 150 mg, 84 x 500 mg", "inputs": {}, "result": "112", "unit": "tablets", "shown": "112", "source": ""}]}], "alerts": [], "released": false}','66aa648d591c252ee840e2896a8bded36c58197e3ddc0e81e78548a67ddc709b','63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533','1','{}','[]','4505-BF15','8179e478-6174-4c14-9e69-4dfc500dc2cb','Priya Raman','pharmacist','2026-11-22T15:11:19.603547+00:00',NULL,NULL,1,'2026-11-22T15:11:19.603547+00:00','2026-11-22T15:11:19.603547+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',9,'eae31eda6ed5409b405ab03a48ccc88e27d334eb7a03fbc20e0fdc852943b817');
CREATE TABLE decision (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	drug TEXT NOT NULL, 
	taken TEXT NOT NULL, 
	proposal_json TEXT NOT NULL, 
	rule_ids TEXT NOT NULL, 
	event_ids TEXT NOT NULL, 
	starting_percent TEXT, 
	percent TEXT, 
	level TEXT, 
	hold_from TEXT, 
	hold_until TEXT, 
	stop_from TEXT, 
	reason_code TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	hold_id TEXT, 
	decided_by TEXT NOT NULL, 
	decided_role TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_decision PRIMARY KEY (id), 
	CONSTRAINT ck_decision_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_decision_hold CHECK (hold_until IS NULL OR hold_until >= hold_from), 
	CONSTRAINT ck_decision_hold_or_stop CHECK (hold_from IS NULL OR stop_from IS NULL), 
	CONSTRAINT ck_decision_level CHECK (level IS NULL OR (trim(level, '0123456789.') = '' AND length(level) BETWEEN 1 AND 25 AND length(level) - length(replace(level, '.', '')) <= 1 AND substr(level, 1, 1) <> '.' AND substr(level, length(level), 1) <> '.' AND CAST(level AS NUMERIC) BETWEEN 0 AND 100000)), 
	CONSTRAINT ck_decision_one_reduction CHECK (percent IS NULL OR level IS NULL), 
	CONSTRAINT ck_decision_percent CHECK (percent IS NULL OR (trim(percent, '0123456789.') = '' AND length(percent) BETWEEN 1 AND 25 AND length(percent) - length(replace(percent, '.', '')) <= 1 AND substr(percent, 1, 1) <> '.' AND substr(percent, length(percent), 1) <> '.' AND CAST(percent AS NUMERIC) BETWEEN 0 AND 100)), 
	CONSTRAINT ck_decision_reason CHECK (taken = 'accept' OR length(reason) > 0), 
	CONSTRAINT ck_decision_starting_percent CHECK (starting_percent IS NULL OR (trim(starting_percent, '0123456789.') = '' AND length(starting_percent) BETWEEN 1 AND 25 AND length(starting_percent) - length(replace(starting_percent, '.', '')) <= 1 AND substr(starting_percent, 1, 1) <> '.' AND substr(starting_percent, length(starting_percent), 1) <> '.' AND CAST(starting_percent AS NUMERIC) BETWEEN 0 AND 100)), 
	CONSTRAINT ck_decision_taken CHECK (taken IN ('accept', 'change', 'decline')), 
	CONSTRAINT fk_decision_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_decision_hold_id FOREIGN KEY(hold_id) REFERENCES hold (id), 
	CONSTRAINT fk_decision_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "decision" VALUES('d1c1e6b4-4ee8-44e4-a25c-f4351a138b2f','46b58658-ca63-44d2-8929-8bf0da882645',2,'capecitabine','accept','{"rule": "r"}','["r"]','["b695dd71-5717-4525-93d1-ab7c0e3a56f7"]',NULL,NULL,NULL,NULL,NULL,NULL,'diarrhoea','',NULL,'Priya Raman','pharmacist',0,'',1,'2026-11-22T15:11:19.712722+00:00','2026-11-22T15:11:19.712722+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',20,'7a7c50de64dd5cd3b80c9d5024b647dc0dd5c3ce2b40a9b086eff1374042e89b');
CREATE TABLE delay (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	days INTEGER NOT NULL, 
	shift TEXT NOT NULL, 
	reason_code TEXT NOT NULL, 
	reason_text TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_delay PRIMARY KEY (id), 
	CONSTRAINT ck_delay_shift CHECK (shift IN ('all', 'this')), 
	CONSTRAINT ck_delay_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_delay_days CHECK (days BETWEEN 1 AND 365), 
	CONSTRAINT fk_delay_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_delay_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "delay" VALUES('53a11c6b-656b-4325-8e13-08c3590480fb','46b58658-ca63-44d2-8929-8bf0da882645',2,7,'all','other','',0,'',1,'2026-11-22T15:11:19.628932+00:00','2026-11-22T15:11:19.628932+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',10,'cac511c398e829c2060cc8a2a93f6c0b548ea813c3377f7561356069705ad3e8');
CREATE TABLE dispensed (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	drug TEXT NOT NULL, 
	strength_mg TEXT NOT NULL, 
	tablets INTEGER NOT NULL, 
	packs INTEGER NOT NULL, 
	"on" TEXT NOT NULL, 
	batch TEXT NOT NULL, 
	expiry TEXT, 
	leftover INTEGER NOT NULL, 
	reason TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_dispensed PRIMARY KEY (id), 
	CONSTRAINT ck_dispensed_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_dispensed_leftover CHECK (NOT leftover OR (length(batch) > 0 AND expiry IS NOT NULL AND length(reason) > 0)), 
	CONSTRAINT ck_dispensed_packs CHECK (packs BETWEEN 0 AND 1000), 
	CONSTRAINT ck_dispensed_strength_mg CHECK (trim(strength_mg, '0123456789.') = '' AND length(strength_mg) BETWEEN 1 AND 25 AND length(strength_mg) - length(replace(strength_mg, '.', '')) <= 1 AND substr(strength_mg, 1, 1) <> '.' AND substr(strength_mg, length(strength_mg), 1) <> '.' AND CAST(strength_mg AS NUMERIC) BETWEEN 1 AND 10000), 
	CONSTRAINT ck_dispensed_tablets CHECK (tablets BETWEEN 1 AND 10000), 
	CONSTRAINT fk_dispensed_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_dispensed_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "dispensed" VALUES('a2868c77-f3ed-4f32-ab85-0804346b49a1','46b58658-ca63-44d2-8929-8bf0da882645',1,'capecitabine','500',84,1,'2026-03-02','B7731','2027-04-30',0,'',0,'',1,'2026-11-22T15:11:19.717888+00:00','2026-11-22T15:11:19.717888+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',21,'c1e03147be71ec5dd4b309a08e972142705c38bf60821fca678c8ee5d5706446');
CREATE TABLE draft (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	open INTEGER NOT NULL, 
	day1 TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	case_json TEXT NOT NULL, 
	answer_json TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_draft PRIMARY KEY (id), 
	CONSTRAINT ck_draft_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT fk_draft_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_draft_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_draft_course_id_cycle UNIQUE (course_id, cycle)
)
 STRICT

;
INSERT INTO "draft" VALUES('f3951f42-c96f-4879-b410-7db255484cee','46b58658-ca63-44d2-8929-8bf0da882645',2,1,'2026-03-23','{"weight_kg":"5"}','','',1,'2026-11-22T15:11:19.581759+00:00','2026-11-22T15:11:19.581759+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',8,'16a18aed48f83212f877ceb461456c52a66cfbbe1463ee26a73bca40b59bfad9');
CREATE TABLE due (
	course_id TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	cycle_day INTEGER NOT NULL, 
	CONSTRAINT pk_due PRIMARY KEY (course_id, "on", kind), 
	CONSTRAINT fk_due_course_id FOREIGN KEY(course_id) REFERENCES course (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-03-02','day1','aaebddc9-e701-47af-90d0-ccce35303c76',1,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-03-27','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',1,26);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-03-30','day1','aaebddc9-e701-47af-90d0-ccce35303c76',2,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-04-17','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',2,19);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-04-20','day1','aaebddc9-e701-47af-90d0-ccce35303c76',3,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-05-08','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',3,19);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-05-11','day1','aaebddc9-e701-47af-90d0-ccce35303c76',4,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-05-29','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',4,19);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-06-01','day1','aaebddc9-e701-47af-90d0-ccce35303c76',5,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-06-21','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',5,21);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-06-22','day1','aaebddc9-e701-47af-90d0-ccce35303c76',6,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-07-10','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',6,19);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-07-13','day1','aaebddc9-e701-47af-90d0-ccce35303c76',7,1);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-07-31','blood_test','aaebddc9-e701-47af-90d0-ccce35303c76',7,19);
INSERT INTO "due" VALUES('46b58658-ca63-44d2-8929-8bf0da882645','2026-08-03','day1','aaebddc9-e701-47af-90d0-ccce35303c76',8,1);
CREATE TABLE go_ahead (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	cycle_day INTEGER NOT NULL, 
	for_day TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	way TEXT NOT NULL, 
	note TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_go_ahead PRIMARY KEY (id), 
	CONSTRAINT ck_go_ahead_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_go_ahead_cycle_day CHECK (cycle_day BETWEEN 1 AND 366), 
	CONSTRAINT ck_go_ahead_way CHECK (way IN ('person', 'telephone')), 
	CONSTRAINT fk_go_ahead_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_go_ahead_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "go_ahead" VALUES('1dc45f95-5a5b-4a5e-8191-e07493c380d8','46b58658-ca63-44d2-8929-8bf0da882645',2,1,'2026-03-23','2026-03-23','telephone','',0,'',1,'2026-11-22T15:11:19.707916+00:00','2026-11-22T15:11:19.707916+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',19,'a538524ae177901e7a9732fc2db85b8afb3ce60c6b435ce8a497f732ec208db9');
CREATE TABLE hold (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	drug TEXT NOT NULL, 
	start TEXT NOT NULL, 
	"end" TEXT, 
	stop INTEGER NOT NULL, 
	reason_code TEXT NOT NULL, 
	reason_text TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	end_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_hold PRIMARY KEY (id), 
	CONSTRAINT ck_hold_order CHECK ("end" IS NULL OR "end" >= start), 
	CONSTRAINT fk_hold_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_hold_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "hold" VALUES('33ee22c9-4ea6-48e9-b1e8-390fa03fca84','46b58658-ca63-44d2-8929-8bf0da882645','pembrolizumab','2026-03-02',NULL,0,'other','',0,'',1,'2026-11-22T15:11:19.651578+00:00','2026-11-22T15:11:19.651578+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',11,'b09f3ff287980e55db37c6a631d568badc21615563ff7421539f8264b8f40c1d');
CREATE TABLE kept_text (
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	CONSTRAINT pk_kept_text PRIMARY KEY (sha256), 
	CONSTRAINT ck_kept_text_kind CHECK (kind IN ('regimen', 'profile')), 
	CONSTRAINT ck_kept_text_sha256 CHECK (length(sha256) = 64)
)
 STRICT

;
INSERT INTO "kept_text" VALUES('66aa648d591c252ee840e2896a8bded36c58197e3ddc0e81e78548a67ddc709b','regimen','# Immune checkpoint inhibitor + CAPOX, every 21 days.
# Every number cites its source; to_verify marks what still needs the site''s own check against that source.
schema = 1
id = "ici-capox"
version = "0.1"
title = "Immune checkpoint inhibitor + CAPOX, every 21 days"
short_title = "ICI + CAPOX"
indication = "Biliary tract cancer, advanced"
status = "draft"
planned_cycles = 8
asks = ["creatinine", "dpyd", "neutrophils", "platelets"]
visit_days = [1]
notes = [
    "Order on day 1: inhibitor, flush, oxaliplatin, then capecitabine from that evening or the next meal. Nothing else runs in the same line.",
    "Capecitabine: whole tablets with water within 30 minutes after a meal, about 12 hours apart; missed doses are skipped.",
    "Other capecitabine levels in use: 850 mg/m2 twice daily (NCCN for North Americans, Royal Marsden experience).",
    "The inhibitors are not labelled with CAPOX in biliary tract cancer; their doses are those of other labels and trials.",
]

[[source]]
id = "btc-capox"
cite = "Graham et al. BMC Res Notes 2016;9:161: CAPOX in biliary tract cancer, up to 6 cycles"
tag = "confirmed"

[[source]]
id = "xeloda-us"
cite = "US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning"
tag = "confirmed"

[[source]]
id = "xeloda-us-2022"
cite = "US Xeloda label 12/2022 and later, section 2.7 (kidney function), as restated by secondary sources"
tag = "secondary"

[[source]]
id = "capecitabine-eu"
cite = "EU capecitabine SmPC, sections 4.2 to 4.5; Swiss and German Fachinformation"
tag = "confirmed"

[[source]]
id = "capecitabine-eu-renal"
cite = "EU capecitabine SmPC on kidney function at a start of 1000 mg/m2, as given by pro.medicin.dk and the French product page"
tag = "secondary"

[[source]]
id = "cape-grid"
cite = "Capecitabine label, dose changes by grade and occurrence (US table of section 2.6, EU table 3); BMC Surgery 2009;9:1, table 3"
tag = "confirmed"

[[source]]
id = "capox-protocols"
cite = "BC Cancer and Cancer Care Ontario XELOX protocols: oxaliplatin 130 mg/m2 day 1, capecitabine 1000 mg/m2 twice daily days 1 to 14"
tag = "confirmed"

[[source]]
id = "oxaliplatin-us"
cite = "US oxaliplatin label: boxed warning, sections on dose changes, preparation and kidney function"
tag = "confirmed"

[[source]]
id = "oxaliplatin-eu"
cite = "EU-type oxaliplatin label (SmPC, Swiss and German Fachinformation, MIMS Thailand)"
tag = "confirmed"

[[source]]
id = "oxaliplatin-eu-cumulative"
cite = "EU oxaliplatin SmPC on cumulative dose and lasting sensory loss (figures from memory)"
tag = "memory"

[[source]]
id = "osaka-xelox"
cite = "Osaka City University Hospital XELOX protocol 08027"
tag = "confirmed"

[[source]]
id = "ox-concentration"
cite = "EU oxaliplatin SmPC 4.2: 0.2 to 0.70 mg/mL in glucose 5 %; NCCP Ireland: up to 104 mg in 250 mL, more in 500 mL"
tag = "confirmed"

[[source]]
id = "ox-cold"
cite = "Oxaliplatin labels and protocols: avoid cold during and for about 5 days (3 to 7 by site)"
tag = "confirmed"

[[source]]
id = "capox-trials"
cite = "Trials with oxaliplatin 130 mg/m2 reviewed in BMC Cancer 2018;18:410, tables 3 and 4 (Pfeiffer, Schmoll, Diaz-Rubio, Shields)"
tag = "confirmed"

[[source]]
id = "nz-capox"
cite = "New Zealand SACT regimen library, CAPOX"
tag = "confirmed"

[[source]]
id = "keytruda-us"
cite = "US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL"
tag = "confirmed"

[[source]]
id = "keytruda-eu"
cite = "EU pembrolizumab SmPC (MSD Ireland), table of immune-mediated adverse reactions"
tag = "confirmed"

[[source]]
id = "sweden-pembro"
cite = "Swedish national regimen library, CAPOX + pembrolizumab: 2 mg/kg, at most 200 mg; flat 200 mg as alternative"
tag = "confirmed"

[[source]]
id = "keynote-966"
cite = "Kelley et al. Lancet 2023;401:1853 (KEYNOTE-966)"
tag = "confirmed"

[[source]]
id = "imfinzi-us"
cite = "US Imfinzi label: 1500 mg with chemotherapy up to 8 cycles, below 30 kg 20 mg/kg; 60 minutes; final 1 to 15 mg/mL"
tag = "confirmed"

[[source]]
id = "durvalumab-nz"
cite = "Durvalumab, EU and New Zealand: 30 kg or less 20 mg/kg"
tag = "confirmed"

[[source]]
id = "opdivo-us"
cite = "US Opdivo label: 360 mg every 3 weeks over 30 minutes, 40 kg and above"
tag = "confirmed"

[[source]]
id = "opdivo-iv"
cite = "Hospital IV manual and label summary, nivolumab: final 1 to 10 mg/mL, at most 160 mL in all"
tag = "secondary"

[[source]]
id = "tecentriq-us"
cite = "US Tecentriq label: 1200 mg every 3 weeks, first infusion 60 minutes, then 30; sodium chloride 0.9 % only"
tag = "confirmed"

[[source]]
id = "tecentriq-conc"
cite = "Atezolizumab final concentration 3.2 to 16.8 mg/mL (from memory)"
tag = "memory"

[[source]]
id = "tevimbra-us"
cite = "US Tevimbra label: 200 mg every 3 weeks, first infusion 60 minutes, then 30; final 2 to 5 mg/mL in sodium chloride 0.9 %"
tag = "confirmed"

[[source]]
id = "tislelizumab-eu"
cite = "EU tislelizumab posology text (2023), immune-mediated adverse reactions"
tag = "confirmed"

[[source]]
id = "loqtorzi"
cite = "US Loqtorzi label and EU toripalimab text (2025): 240 mg every 3 weeks, first infusion 60 minutes, then 30; at most 24 months"
tag = "confirmed"

[[source]]
id = "toripalimab-conc"
cite = "Toripalimab final concentration 1 to 3 mg/mL in sodium chloride 0.9 % (from memory)"
tag = "memory"

[[source]]
id = "sintilimab-flat"
cite = "Sintilimab with XELOX, gastric: flat 200 mg (phase 1b, BMC Cancer 2020; phase 2, Front Oncol 2022)"
tag = "confirmed"

[[source]]
id = "sintilimab-weight"
cite = "Sintilimab by weight: below 60 kg 3 mg/kg, 60 kg and above 200 mg; confirmed for oesophageal trials (NCT04602013), for gastric cancer from memory (ORIENT-16, label)"
tag = "memory"

[[source]]
id = "sintilimab-conc"
cite = "Sintilimab final concentration 1.5 to 5 mg/mL in sodium chloride 0.9 % (from memory)"
tag = "memory"

[[source]]
id = "nhc-guide"
cite = "China National Health Commission drug-use guide: camrelizumab 200 mg every 3 weeks with chemotherapy, 30 to 60 minutes, before chemotherapy"
tag = "confirmed"

[[source]]
id = "camrelizumab-prep"
cite = "Camrelizumab: 5 mL water per 200 mg (40 mg/mL), 100 mL sodium chloride 0.9 % or glucose 5 % (from memory)"
tag = "memory"

[[source]]
id = "ici-class-us"
cite = "US class table of immune-mediated adverse reactions (labels of pembrolizumab, tislelizumab, toripalimab, atezolizumab): hepatitis, pneumonitis, colitis, nephritis"
tag = "confirmed"

[[source]]
id = "ici-class-rest"
cite = "US class table of immune-mediated adverse reactions, other organs (from memory)"
tag = "memory"

[[source]]
id = "ici-general"
cite = "Labels of checkpoint inhibitors, general rule: hold for grade 3, stop for grade 4, recurrent grade 3 needing immunosuppression, no recovery or steroid above 10 mg/day within 12 weeks"
tag = "confirmed"

[[source]]
id = "biliary-entry"
cite = "PMC10405505: entry limits of a biliary trial (not a CAPOX trial), secondary"
tag = "secondary"

[[source]]
id = "checklist"
cite = "Day-1 points of capecitabine, oxaliplatin and inhibitor labels and of Cancer Care Ontario; proposal of this project where labels are silent"
tag = "proposal"

[[source]]
id = "planning"
cite = "Proposal of this project: a setting, not a clinical source"
tag = "proposal"

[[source]]
id = "arithmetic"
cite = "Worked by hand from the levels of this file; order, step and rounding as shown in the proof"
tag = "arithmetic"

[[option]]
id = "ici"
title = "Immune checkpoint inhibitor"
required = true
source = "planning"

[[option.choice]]
id = "pembrolizumab"
title = "pembrolizumab"

[[option.choice]]
id = "durvalumab"
title = "durvalumab"

[[option.choice]]
id = "nivolumab"
title = "nivolumab"

[[option.choice]]
id = "atezolizumab"
title = "atezolizumab"

[[option.choice]]
id = "tislelizumab"
title = "tislelizumab"

[[option.choice]]
id = "toripalimab"
title = "toripalimab"

[[option.choice]]
id = "sintilimab"
title = "sintilimab"

[[option.choice]]
id = "camrelizumab"
title = "camrelizumab"

[[option.choice]]
id = "pembrolizumab_2mg_kg"
title = "pembrolizumab 2 mg/kg, at most 200 mg (Swedish library)"

[[option]]
id = "sintilimab_dose"
title = "Dose rule of sintilimab"
required = true
source = "sintilimab-weight"
when = { ici = ["sintilimab"] }

[[option.choice]]
id = "flat"
title = "200 mg, whatever the weight"

[[option.choice]]
id = "by_weight"
title = "below 60 kg 3 mg/kg, from 60 kg on 200 mg"

[[phase]]
id = "treatment"
title = "Inhibitor with CAPOX"
first_cycle = 1
cycle_days = 21
source = "btc-capox"

[[drug]]
name = "pembrolizumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["pembrolizumab"] }
sequence = 1
vials_mg = [100]
source = "keytruda-us"

[drug.dose]
amount = 200
unit = "mg"
source = "keytruda-us"

[drug.infusion]
minutes_first = 30
minutes_later = 30
diluents = ["sodium chloride 0.9 %", "glucose 5 %"]
convention = "nominal"
concentrate_mg_ml = 25
min_mg_ml = 1
max_mg_ml = 10
outside = "warn"
note = "Filter 0.2 to 5 micrometres. The bag of 100 mL is a proposal of this project."
source = "keytruda-us"

[[drug.infusion.volume]]
volume_ml = 100

[drug.clock]
most_doses = 35
source = "keynote-966"

[[drug]]
name = "durvalumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["durvalumab"] }
sequence = 1
vials_mg = [120, 500]
source = "imfinzi-us"

[drug.dose]
amount = 1500
unit = "mg"
source = "imfinzi-us"

# At exactly 30.0 kg labels differ: the US label gives 1500 mg, the EU text 20 mg/kg (600 mg). Elsewhere: the lower dose.
[[drug.tier]]
below_kg = 30
edge = "inclusive"
edge_by_practice = { us = "exclusive", eu = "inclusive" }
amount = 20
unit = "mg/kg"
source = "durvalumab-nz"

[drug.infusion]
minutes_first = 60
minutes_later = 60
diluents = ["sodium chloride 0.9 %", "glucose 5 %"]
convention = "nominal"
concentrate_mg_ml = 50
min_mg_ml = 1
max_mg_ml = 15
outside = "warn"
note = "Filter 0.2 or 0.22 micrometres. The bag of 250 mL is a proposal of this project."
source = "imfinzi-us"

[[drug.infusion.volume]]
volume_ml = 250

[drug.clock]
most_doses = 8
source = "imfinzi-us"

[[drug]]
name = "nivolumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["nivolumab"] }
sequence = 1
vials_mg = [40, 100, 120, 240]
source = "opdivo-us"

[drug.dose]
amount = 360
unit = "mg"
source = "opdivo-us"

[drug.infusion]
minutes_first = 30
minutes_later = 30
diluents = ["sodium chloride 0.9 %", "glucose 5 %"]
convention = "final"
concentrate_mg_ml = 10
min_mg_ml = 1
max_mg_ml = 10
outside = "warn"
note = "Total volume at most 160 mL; below 40 kg at most 4 mL/kg."
source = "opdivo-iv"

[[drug.infusion.volume]]
volume_ml = 100

[[drug]]
name = "atezolizumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["atezolizumab"] }
sequence = 1
vials_mg = [1200]
source = "tecentriq-us"

[drug.dose]
amount = 1200
unit = "mg"
source = "tecentriq-us"

[drug.infusion]
minutes_first = 60
minutes_later = 30
diluents = ["sodium chloride 0.9 %"]
convention = "nominal"
concentrate_mg_ml = 60
min_mg_ml = 3.2
max_mg_ml = 16.8
outside = "warn"
note = "Sodium chloride only. The second infusion runs 30 minutes if the first was tolerated."
source = "tecentriq-conc"

[[drug.infusion.volume]]
volume_ml = 250

[[drug]]
name = "tislelizumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["tislelizumab"] }
sequence = 1
vials_mg = [100]
source = "tevimbra-us"

[drug.dose]
amount = 200
unit = "mg"
source = "tevimbra-us"

[drug.infusion]
minutes_first = 60
minutes_later = 30
diluents = ["sodium chloride 0.9 %"]
convention = "final"
concentrate_mg_ml = 10
min_mg_ml = 2
max_mg_ml = 5
outside = "warn"
note = "US limits; China and EU 1 to 5 mg/mL (from memory). The second infusion runs 30 minutes if the first was tolerated."
source = "tevimbra-us"

[[drug.infusion.volume]]
volume_ml = 100

[[drug]]
name = "toripalimab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["toripalimab"] }
sequence = 1
vials_mg = [240]
source = "loqtorzi"

[drug.dose]
amount = 240
unit = "mg"
source = "loqtorzi"

[drug.infusion]
minutes_first = 60
minutes_later = 30
diluents = ["sodium chloride 0.9 %"]
convention = "nominal"
concentrate_mg_ml = 40
min_mg_ml = 1
max_mg_ml = 3
outside = "warn"
note = "The second infusion runs 30 minutes if the first was tolerated."
source = "toripalimab-conc"

[[drug.infusion.volume]]
volume_ml = 100

[drug.clock]
most_months = 24
source = "loqtorzi"

[[drug]]
name = "sintilimab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["sintilimab"], sintilimab_dose = ["flat"] }
sequence = 1
vials_mg = [100]
source = "sintilimab-flat"

[drug.dose]
amount = 200
unit = "mg"
source = "sintilimab-flat"

[drug.infusion]
minutes_first = 60
minutes_later = 60
diluents = ["sodium chloride 0.9 %"]
convention = "nominal"
concentrate_mg_ml = 10
min_mg_ml = 1.5
max_mg_ml = 5
outside = "warn"
note = "30 to 60 minutes; the longer time is planned."
source = "sintilimab-conc"

[[drug.infusion.volume]]
volume_ml = 100

[[drug]]
name = "sintilimab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["sintilimab"], sintilimab_dose = ["by_weight"] }
sequence = 1
vials_mg = [100]
source = "sintilimab-weight"

[drug.dose]
amount = 200
unit = "mg"
source = "sintilimab-weight"

[[drug.tier]]
below_kg = 60
edge = "exclusive"
amount = 3
unit = "mg/kg"
source = "sintilimab-weight"

[drug.infusion]
minutes_first = 60
minutes_later = 60
diluents = ["sodium chloride 0.9 %"]
convention = "nominal"
concentrate_mg_ml = 10
min_mg_ml = 1.5
max_mg_ml = 5
outside = "warn"
note = "30 to 60 minutes; the longer time is planned."
source = "sintilimab-conc"

# Proposal of this project: a bag small enough for 1.5 mg/mL at low doses.
[[drug.infusion.volume]]
up_to_mg = 149
volume_ml = 50

[[drug.infusion.volume]]
volume_ml = 100

[[drug]]
name = "camrelizumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["camrelizumab"] }
sequence = 1
vials_mg = [200]
source = "nhc-guide"

[drug.dose]
amount = 200
unit = "mg"
source = "nhc-guide"

[drug.infusion]
minutes_first = 60
minutes_later = 60
diluents = ["sodium chloride 0.9 %", "glucose 5 %"]
convention = "nominal"
concentrate_mg_ml = 40
outside = "warn"
note = "30 to 60 minutes; the longer time is planned. Chemotherapy at least 30 minutes later. Watch for capillary skin growths (RCCEP)."
source = "camrelizumab-prep"

[[drug.infusion.volume]]
volume_ml = 100

[[drug]]
name = "pembrolizumab"
role = "inhibitor"
route = "iv"
days = [1]
doses_per_day = 1
when = { ici = ["pembrolizumab_2mg_kg"] }
sequence = 1
vials_mg = [100]
source = "sweden-pembro"

[drug.dose]
amount = 2
unit = "mg/kg"
most_mg = 200
source = "sweden-pembro"

[drug.infusion]
minutes_first = 30
minutes_later = 30
diluents = ["sodium chloride 0.9 %", "glucose 5 %"]
convention = "nominal"
concentrate_mg_ml = 25
min_mg_ml = 1
max_mg_ml = 10
outside = "warn"
note = "Filter 0.2 to 5 micrometres. The bag of 100 mL is a proposal of this project."
source = "keytruda-us"

# Proposal of this project: a bag small enough for 1 mg/mL at low doses.
[[drug.infusion.volume]]
up_to_mg = 99
volume_ml = 50

[[drug.infusion.volume]]
volume_ml = 100

[drug.clock]
most_doses = 35
source = "keynote-966"

[[drug]]
name = "oxaliplatin"
role = "platinum"
route = "iv"
days = [1]
doses_per_day = 1
sequence = 2
vials_mg = [50, 100, 200]
cold_days = 5
source = "ox-cold"

[drug.dose]
amount = 130
unit = "mg/m2"
ladder = [130, 100, 85]
source = "capox-protocols"

[drug.infusion]
minutes_first = 120
minutes_later = 120
diluents = ["glucose 5 %"]
forbids = ["chloride", "alkali"]
convention = "nominal"
concentrate_mg_ml = 5
min_mg_ml = 0.2
max_mg_ml = 0.7
outside = "warn"
note = "2 h; up to 6 h after throat or infusion symptoms. Flush the line with glucose 5 %. No aluminium needles, no chloride, no alkaline drug in the line. The concentration is dose by nominal bag volume."
source = "ox-concentration"

[[drug.infusion.volume]]
up_to_mg = 104
volume_ml = 250

[[drug.infusion.volume]]
volume_ml = 500

# The US label reduces 85 to 65 mg/m2 below 30 mL/min and gives no figure for other levels: a person decides.
[[drug.renal]]
id = "crcl-below-30-ask"
rule_sets = ["us"]
below_ml_min = 30
action = "ask"
note = "US label: 85 to 65 mg/m2 below 30 mL/min; no figure for another level (65/85 of 130 would be 99.4 mg/m2)."
source = "oxaliplatin-us"

[[drug.renal]]
id = "crcl-below-30"
rule_sets = ["eu"]
below_ml_min = 30
action = "stop"
note = "Contraindicated below 30 mL/min."
source = "oxaliplatin-eu"

[[drug.renal]]
id = "crcl-no-change-us"
rule_sets = ["us"]
from_ml_min = 30
action = "none"
note = "No change from 30 mL/min on."
source = "oxaliplatin-us"

[[drug.renal]]
id = "crcl-no-change"
rule_sets = ["eu"]
from_ml_min = 30
action = "none"
note = "Full starting dose from 30 mL/min on; watch closely from 30 to 60 mL/min."
source = "oxaliplatin-eu"

[[drug.cumulative]]
at = 850
unit = "mg/m2"
text = "Lasting sensory loss in about 10 % of patients from 850 mg/m2 on; at 130 mg/m2 a dose it is reached with dose 7."
source = "oxaliplatin-eu-cumulative"

[[drug.cumulative]]
at = 1020
unit = "mg/m2"
text = "Lasting sensory loss in about 20 % of patients from 1020 mg/m2 on; at 130 mg/m2 a dose it is reached with dose 8."
source = "oxaliplatin-eu-cumulative"

[[drug]]
name = "capecitabine"
role = "fluoropyrimidine"
route = "po"
days = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
doses_per_day = 2
sequence = 3
dpyd = true
source = "capox-protocols"

[drug.dose]
amount = 1000
unit = "mg/m2"
ladder = [1000, 750, 500]
source = "xeloda-us"

[[drug.renal]]
id = "crcl-30-50"
rule_sets = ["us"]
from_ml_min = 30
to_ml_min = 50
action = "reduce"
percent = 75
note = "25 % less at 30 to 50 mL/min, both ends included."
source = "xeloda-us-2022"

[[drug.renal]]
id = "crcl-no-change"
rule_sets = ["eu"]
from_ml_min = 30
to_ml_min = 50
at_levels = [1000]
action = "none"
note = "No change at 30 to 50 mL/min when starting at 1000 mg/m2; 75 % when starting at 1250 mg/m2."
source = "capecitabine-eu-renal"

[[drug.renal]]
id = "crcl-30-50-eu-1250"
rule_sets = ["eu"]
from_ml_min = 30
to_ml_min = 50
at_levels = [1250]
action = "reduce"
percent = 75
note = "75 % at 30 to 50 mL/min when starting at 1250 mg/m2."
source = "capecitabine-eu-renal"

[[drug.renal]]
id = "crcl-below-30"
rule_sets = ["us", "eu"]
below_ml_min = 30
action = "stop"
note = "EU: contraindicated below 30 mL/min. US: no dose established."
source = "capecitabine-eu"

[[supportive]]
id = "ondansetron-clinic"
name = "ondansetron"
dose = "8 mg"
days = [1]
times = ["before infusion"]
where = "clinic"
words = "ondansetron"
source = "nz-capox"

[[supportive]]
id = "ondansetron-home"
name = "ondansetron"
dose = "8 mg"
days = [1]
times = ["evening"]
where = "home"
words = "ondansetron"
source = "nz-capox"

[[supportive]]
id = "dexamethasone"
name = "dexamethasone"
dose = "8 mg"
days = [1, 2, 3]
times = ["morning"]
where = "home"
words = "dexamethasone"
source = "nz-capox"

[[supportive]]
id = "loperamide"
name = "loperamide"
dose = "call first (inhibitor); then 4 mg, then 2 mg after each loose stool, at most 16 mg a day"
where = "home"
words = "loperamide-call-first"
source = "nz-capox"

[[supportive]]
id = "mouth-care"
name = "mouth care"
dose = "soft brush, rinse after meals, no alcohol mouthwash"
where = "home"
words = "mouth-care"
source = "planning"

[[supportive]]
id = "hand-care"
name = "hand and foot cream"
dose = "plain cream on palms and soles morning and evening; avoid heat and pressure"
where = "home"
words = "hand-care"
source = "planning"

[[day_limits]]
id = "default"
title = "Neutrophils 1.5; platelets 100 before cycle 1, 75 afterwards"
source = "planning"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 1
last_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 100
action = "give"

[[day_limits.item.band]]
below = 100
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 2
days = [1]

[[day_limits.item.band]]
at_least = 75
action = "give"

[[day_limits.item.band]]
below = 75
action = "delay"

[[day_limits.item]]
term = "Diarrhea"
at_most_grade = 1
first_cycle = 1
days = [1]

[[day_limits.item]]
term = "Mucositis oral"
at_most_grade = 1
first_cycle = 1
days = [1]

[[day_limits.item]]
term = "Palmar-plantar erythrodysesthesia syndrome"
at_most_grade = 1
first_cycle = 1
days = [1]

[[day_limits]]
id = "eu-oxaliplatin"
title = "EU-type oxaliplatin label: 2.0 and 100 before cycle 1, 1.5 and 50 afterwards"
source = "oxaliplatin-eu"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
last_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 2.0
action = "give"

[[day_limits.item.band]]
below = 2.0
action = "delay"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 2
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 1
last_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 100
action = "give"

[[day_limits.item.band]]
below = 100
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 2
days = [1]

[[day_limits.item.band]]
at_least = 50
action = "give"

[[day_limits.item.band]]
below = 50
action = "delay"

[[day_limits.item]]
term = "Mucositis oral"
at_most_grade = 1
first_cycle = 2
days = [1]

[[day_limits]]
id = "eu-capecitabine"
title = "EU and Asian capecitabine label, before starting: 1.5 and 100"
source = "capecitabine-eu"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 100
action = "give"

[[day_limits.item.band]]
below = 100
action = "delay"

[[day_limits]]
id = "us-oxaliplatin-resume"
title = "US oxaliplatin label, to resume after severe blood toxicity: 1.5 and 75"
source = "oxaliplatin-us"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 75
action = "give"

[[day_limits.item.band]]
below = 75
action = "delay"

[[day_limits]]
id = "osaka-xelox"
title = "Osaka XELOX 08027 (its two columns read as first and later cycles)"
source = "osaka-xelox"
to_verify = true

[[day_limits.item]]
analyte = "leukocytes"
unit = "10^9/L"
first_cycle = 1
last_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 3.0
action = "give"

[[day_limits.item.band]]
below = 3.0
action = "delay"

[[day_limits.item]]
analyte = "leukocytes"
unit = "10^9/L"
first_cycle = 2
days = [1]

[[day_limits.item.band]]
at_least = 2.0
action = "give"

[[day_limits.item.band]]
below = 2.0
action = "delay"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
last_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 2
days = [1]

[[day_limits.item.band]]
at_least = 1.0
action = "give"

[[day_limits.item.band]]
below = 1.0
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 75
action = "give"

[[day_limits.item.band]]
below = 75
action = "delay"

[[day_limits.item]]
analyte = "creatinine"
unit = "x ULN"
first_cycle = 1
last_cycle = 1
days = [1]
times_uln = true
edge = "exclusive"

[[day_limits.item.band]]
at_least = 1.0
action = "ask"

[[day_limits.item.band]]
below = 1.0
action = "give"

[[day_limits.item]]
analyte = "creatinine"
unit = "mg/dL"
first_cycle = 2
days = [1]
edge = "exclusive"

[[day_limits.item.band]]
at_least = 1.5
action = "ask"

[[day_limits.item.band]]
below = 1.5
action = "give"

[[day_limits.item]]
term = "Diarrhea"
at_most_grade = 1
first_cycle = 1
days = [1]

[[day_limits.item]]
term = "Peripheral sensory neuropathy"
at_most_grade = 2
first_cycle = 1
days = [1]

[[day_limits]]
id = "biliary-entry"
title = "Entry limits of a biliary trial: 1.5 and 75, liver and kidney values"
source = "biliary-entry"

[[day_limits.item]]
analyte = "neutrophils"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 1.5
action = "give"

[[day_limits.item.band]]
below = 1.5
action = "delay"

[[day_limits.item]]
analyte = "platelets"
unit = "10^9/L"
first_cycle = 1
days = [1]

[[day_limits.item.band]]
at_least = 75
action = "give"

[[day_limits.item.band]]
below = 75
action = "delay"

[[day_limits.item]]
analyte = "bilirubin"
unit = "x ULN"
first_cycle = 1
days = [1]
times_uln = true
edge = "exclusive"

[[day_limits.item.band]]
at_least = 1.5
action = "ask"

[[day_limits.item.band]]
below = 1.5
action = "give"

[[day_limits.item]]
analyte = "alt"
unit = "x ULN"
first_cycle = 1
days = [1]
times_uln = true
edge = "exclusive"

[[day_limits.item.band]]
at_least = 3
action = "ask"

[[day_limits.item.band]]
below = 3
action = "give"

[[day_limits.item]]
analyte = "ast"
unit = "x ULN"
first_cycle = 1
days = [1]
times_uln = true
edge = "exclusive"

[[day_limits.item.band]]
at_least = 3
action = "ask"

[[day_limits.item.band]]
below = 3
action = "give"

[[day_limits.item]]
analyte = "creatinine"
unit = "x ULN"
first_cycle = 1
days = [1]
times_uln = true
edge = "exclusive"

[[day_limits.item.band]]
at_least = 1.5
action = "ask"

[[day_limits.item.band]]
below = 1.5
action = "give"

# Capecitabine: occurrence and grade, counted per toxicity over the whole course; percent of the starting dose.
# The highest occurrence listed for a grade stands for later ones as well. Missed doses are not made up.

[[change_rule]]
id = "capecitabine-g1"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [1]
action = "continue"
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g2-1"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [2]
occurrence = 1
action = "hold"
until = "grade 0-1"
next_percent = 100
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g2-2"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [2]
occurrence = 2
action = "hold"
until = "grade 0-1"
next_percent = 75
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g2-3"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [2]
occurrence = 3
action = "hold"
until = "grade 0-1"
next_percent = 50
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g2-4"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [2]
occurrence = 4
action = "stop"
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g3-1"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [3]
occurrence = 1
action = "hold"
until = "grade 0-1"
next_percent = 75
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g3-2"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [3]
occurrence = 2
action = "hold"
until = "grade 0-1"
next_percent = 50
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g3-3"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [3]
occurrence = 3
action = "stop"
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g4-1"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [4]
occurrence = 1
action = "stop"
until = "grade 0-1"
next_percent = 50
note = "Or, if a physician judges it best for the patient to go on: hold until grade 0-1, then 50 % of the start."
source = "cape-grid"

[[change_rule]]
id = "capecitabine-g4-2"
system = "capecitabine-grid"
drugs = ["capecitabine"]
except_terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging", "Febrile neutropenia", "White blood cell decreased", "Lymphocyte count decreased", "Anemia", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia", "Laryngopharyngeal dysesthesia", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Infusion related reaction"]
grades = [4]
occurrence = 2
action = "stop"
source = "cape-grid"

[[change_rule]]
id = "capecitabine-minor"
system = "capecitabine-grid"
drugs = ["capecitabine"]
terms = ["Alopecia", "Dysgeusia", "Nail changes", "Nail discoloration", "Nail loss", "Nail ridging"]
grades = [1, 2, 3]
action = "continue"
note = "Effects the label calls not serious need no change."
source = "cape-grid"

[[change_rule]]
id = "capecitabine-heart"
system = "capecitabine-for-good"
drugs = ["capecitabine"]
terms = ["Myocardial infarction", "Chest pain - cardiac", "Ventricular arrhythmia", "Cardiac arrest"]
grades = [2, 3, 4]
action = "stop"
note = "Cardiac ischaemia ends capecitabine for good."
source = "capecitabine-eu"

[[change_rule]]
id = "capecitabine-skin"
system = "capecitabine-for-good"
drugs = ["capecitabine"]
terms = ["Stevens-Johnson syndrome", "Toxic epidermal necrolysis"]
grades = [3, 4]
action = "stop"
note = "Ends capecitabine for good."
source = "capecitabine-eu"

[[change_rule]]
id = "capecitabine-early"
system = "capecitabine-dpd"
drugs = ["capecitabine"]
terms = ["Diarrhea", "Mucositis oral", "Neutrophil count decreased", "Febrile neutropenia", "Encephalopathy"]
grades = [3, 4]
condition = { within_days_of_start = 7 }
action = "ask"
note = "Severe toxicity in the first days may mean DPD deficiency: stop tablets, test, and consider uridine triacetate within 96 h of the last dose. The 7 days are a proposal of this project."
source = "xeloda-us"
to_verify = true

# Hyperbilirubinaemia by multiples of the upper limit, never by grade alone (old labels graded 1.5 to 3 x ULN as 3).

[[change_rule]]
id = "capecitabine-bilirubin"
system = "capecitabine-liver"
drugs = ["capecitabine"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_uln_above = 3 }
action = "hold"
until = "bilirubin 3 x ULN or less"
note = "Exclude obstruction and a blocked stent first."
source = "xeloda-us"
to_verify = true

[[change_rule]]
id = "capecitabine-transaminases-eu"
system = "capecitabine-liver"
drugs = ["capecitabine"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["eu", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 2.5 }
action = "hold"
until = "ALT and AST 2.5 x ULN or less"
note = "Treatment-related rises."
source = "capecitabine-eu"
to_verify = true

[[change_rule]]
id = "capecitabine-midcycle-neutrophils"
system = "capecitabine-mid-cycle"
drugs = ["capecitabine"]
terms = ["Neutrophil count decreased"]
practices = ["eu", "cn"]
condition = { analyte = "neutrophils", value_below = 1, unit = "10^9/L" }
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
source = "capecitabine-eu"
to_verify = true

[[change_rule]]
id = "capecitabine-midcycle-platelets"
system = "capecitabine-mid-cycle"
drugs = ["capecitabine"]
terms = ["Platelet count decreased"]
practices = ["eu", "cn"]
condition = { analyte = "platelets", value_below = 75, unit = "10^9/L" }
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
source = "capecitabine-eu"
to_verify = true

# Blood counts of the pair. Grades are those of CTCAE 5.0.

[[change_rule]]
id = "oxaliplatin-neutropenia-1"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Neutrophil count decreased"]
grades = [4]
occurrence = 1
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_level = 100
one_level_down = true
note = "One level down (130, 100, 85); other trials took 25 % off each time."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-neutropenia-2"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Neutrophil count decreased"]
grades = [4]
occurrence = 2
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_level = 85
one_level_down = true
note = "One level down (130, 100, 85); other trials took 25 % off each time."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-neutropenia-3"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Neutrophil count decreased"]
grades = [4]
occurrence = 3
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more, and somebody has decided about oxaliplatin"
note = "No source for a level below 85 mg/m2 every 3 weeks: consider stopping oxaliplatin."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-febrile-1"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Febrile neutropenia"]
grades = [3, 4]
occurrence = 1
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_level = 100
one_level_down = true
note = "One level down (130, 100, 85); other trials took 25 % off each time."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-febrile-2"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Febrile neutropenia"]
grades = [3, 4]
occurrence = 2
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_level = 85
one_level_down = true
note = "One level down (130, 100, 85); other trials took 25 % off each time."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-febrile-3"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Febrile neutropenia"]
grades = [3, 4]
occurrence = 3
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more, and somebody has decided about oxaliplatin"
note = "No source for a level below 85 mg/m2 every 3 weeks: consider stopping oxaliplatin."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-platelets-1"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Platelet count decreased"]
grades = [3, 4]
occurrence = 1
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_level = 100
one_level_down = true
note = "One level down (130, 100, 85); other trials took 25 % off each time."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-platelets-2"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Platelet count decreased"]
grades = [3, 4]
occurrence = 2
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_level = 85
one_level_down = true
note = "One level down (130, 100, 85); other trials took 25 % off each time."
source = "osaka-xelox"

[[change_rule]]
id = "oxaliplatin-platelets-3"
system = "pair-haematology"
drugs = ["oxaliplatin"]
terms = ["Platelet count decreased"]
grades = [3, 4]
occurrence = 3
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more, and somebody has decided about oxaliplatin"
note = "No source for a level below 85 mg/m2 every 3 weeks: consider stopping oxaliplatin."
source = "osaka-xelox"

[[change_rule]]
id = "capecitabine-febrile-1"
system = "pair-haematology"
drugs = ["capecitabine"]
terms = ["Febrile neutropenia"]
grades = [3, 4]
occurrence = 1
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_percent = 75
one_level_down = true
note = "One level down."
source = "cape-grid"

[[change_rule]]
id = "capecitabine-febrile-2"
system = "pair-haematology"
drugs = ["capecitabine"]
terms = ["Febrile neutropenia"]
grades = [3, 4]
occurrence = 2
action = "hold"
until = "neutrophils 1.5 and platelets 75 x 10^9/L or more"
next_percent = 50
one_level_down = true
note = "One level down."
source = "cape-grid"

[[change_rule]]
id = "capecitabine-febrile-3"
system = "pair-haematology"
drugs = ["capecitabine"]
terms = ["Febrile neutropenia"]
grades = [3, 4]
occurrence = 3
action = "stop"
source = "cape-grid"

[[change_rule]]
id = "blood-other"
system = "pair-haematology"
drugs = ["oxaliplatin", "capecitabine"]
terms = ["White blood cell decreased", "Lymphocyte count decreased", "Anemia"]
grades = [3, 4]
action = "ask"
note = "No source names leukocytes, lymphocytes or haemoglobin for this pair: a local decision."
source = "planning"

[[change_rule]]
id = "oxaliplatin-gut-1"
system = "oxaliplatin-gut"
drugs = ["oxaliplatin"]
terms = ["Diarrhea", "Nausea", "Vomiting", "Mucositis oral"]
grades = [3, 4]
occurrence = 1
action = "hold"
until = "grade 0-1"
next_level = 100
one_level_down = true
note = "Trials with 130 mg/m2 took 23 to 25 % off."
source = "capox-trials"

[[change_rule]]
id = "oxaliplatin-gut-2"
system = "oxaliplatin-gut"
drugs = ["oxaliplatin"]
terms = ["Diarrhea", "Nausea", "Vomiting", "Mucositis oral"]
grades = [3, 4]
occurrence = 2
action = "hold"
until = "grade 0-1"
next_level = 85
one_level_down = true
note = "Trials with 130 mg/m2 took 23 to 25 % off."
source = "capox-trials"

[[change_rule]]
id = "oxaliplatin-gut-3"
system = "oxaliplatin-gut"
drugs = ["oxaliplatin"]
terms = ["Diarrhea", "Nausea", "Vomiting", "Mucositis oral"]
grades = [3, 4]
occurrence = 3
action = "hold"
until = "grade 0-1, and somebody has decided about oxaliplatin"
note = "No source for a level below 85 mg/m2 every 3 weeks: consider stopping oxaliplatin."
source = "capox-trials"

[[change_rule]]
id = "pair-delay"
system = "pair-delay"
drugs = ["oxaliplatin", "capecitabine"]
condition = { delay_days_above = 21 }
action = "ask"
note = "A delay of more than 3 weeks (some sites 2): stop or review."
source = "planning"
to_verify = true

# Oxaliplatin neuropathy: what decides is how long it lasts and whether function suffers.

[[change_rule]]
id = "neuropathy-transient"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [1, 2, 3]
condition = { pattern = "transient" }
action = "continue"
note = "Cold dysaesthesia that is gone before the next cycle: no dose change; avoid cold."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-throat"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Laryngopharyngeal dysesthesia"]
grades = [1, 2, 3]
action = "continue"
note = "No dose change; give the next infusion over 6 h and avoid cold."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-painful-1"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [1, 2, 3]
occurrence = 1
practices = ["eu", "cn"]
condition = { painful = "yes", lasting_days_above = 7 }
action = "reduce"
next_level = 100
one_level_down = true
note = "Painful for more than 7 days: one step down (EU: 25 % of the level in use)."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-persistent-1"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [1, 2]
occurrence = 1
practices = ["eu", "cn"]
condition = { pattern = "persistent", lasts_to_next_cycle = "yes", functional_impairment = "no" }
action = "reduce"
next_level = 100
one_level_down = true
note = "Lasts to the next cycle without impairment: one step down."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-persistent-g2-us-1"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [2]
occurrence = 1
practices = ["us"]
condition = { pattern = "persistent" }
action = "reduce"
next_level = 100
one_level_down = true
note = "US label, on a start of 85 mg/m2: 75 (adjuvant) or 65 (advanced); at other levels one step down."
source = "oxaliplatin-us"
to_verify = true

[[change_rule]]
id = "neuropathy-painful-2"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [1, 2, 3]
occurrence = 2
practices = ["eu", "cn"]
condition = { painful = "yes", lasting_days_above = 7 }
action = "reduce"
next_level = 85
one_level_down = true
note = "Painful for more than 7 days: one step down (EU: 25 % of the level in use)."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-persistent-2"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [1, 2]
occurrence = 2
practices = ["eu", "cn"]
condition = { pattern = "persistent", lasts_to_next_cycle = "yes", functional_impairment = "no" }
action = "reduce"
next_level = 85
one_level_down = true
note = "Lasts to the next cycle without impairment: one step down."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-persistent-g2-us-2"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [2]
occurrence = 2
practices = ["us"]
condition = { pattern = "persistent" }
action = "reduce"
next_level = 85
one_level_down = true
note = "US label, on a start of 85 mg/m2: 75 (adjuvant) or 65 (advanced); at other levels one step down."
source = "oxaliplatin-us"
to_verify = true

[[change_rule]]
id = "neuropathy-impairing"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [2, 3, 4]
practices = ["eu", "cn"]
condition = { lasts_to_next_cycle = "yes", functional_impairment = "yes" }
action = "stop"
note = "Stop; it may be resumed with less if the symptoms improve."
source = "oxaliplatin-eu"

[[change_rule]]
id = "neuropathy-persistent-g3-us"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [3]
practices = ["us"]
condition = { pattern = "persistent" }
action = "ask"
note = "Consider stopping oxaliplatin."
source = "oxaliplatin-us"

[[change_rule]]
id = "neuropathy-g4"
system = "oxaliplatin-neuropathy"
drugs = ["oxaliplatin"]
terms = ["Peripheral sensory neuropathy", "Paresthesia", "Dysesthesia"]
grades = [4]
action = "stop"
source = "oxaliplatin-us"

[[change_rule]]
id = "oxaliplatin-allergy"
system = "oxaliplatin-for-good"
drugs = ["oxaliplatin"]
terms = ["Allergic reaction", "Anaphylaxis"]
grades = [1, 2, 3, 4]
action = "stop"
note = "Hypersensitivity ends oxaliplatin for good. An older UK text restarts slower after a mild flush or rash: not the current label."
source = "oxaliplatin-us"

[[change_rule]]
id = "oxaliplatin-pres-lung-muscle"
system = "oxaliplatin-for-good"
drugs = ["oxaliplatin"]
terms = ["Reversible posterior leukoencephalopathy syndrome", "Pulmonary fibrosis", "Rhabdomyolysis"]
grades = [1, 2, 3, 4]
action = "stop"
source = "oxaliplatin-us"

[[change_rule]]
id = "oxaliplatin-lung-suspected"
system = "oxaliplatin-lung"
drugs = ["oxaliplatin"]
terms = ["Pneumonitis"]
grades = [1, 2, 3, 4]
action = "hold"
until = "interstitial lung disease excluded"
note = "Confirmed interstitial lung disease ends oxaliplatin for good."
source = "oxaliplatin-us"

[[change_rule]]
id = "oxaliplatin-qt"
system = "oxaliplatin-qt"
drugs = ["oxaliplatin"]
terms = ["Electrocardiogram QT corrected interval prolonged"]
grades = [2, 3, 4]
practices = ["eu", "cn"]
action = "stop"
note = "Stop if QT is prolonged; correct potassium and magnesium."
source = "oxaliplatin-eu"

[[change_rule]]
id = "oxaliplatin-qt-us"
system = "oxaliplatin-qt"
drugs = ["oxaliplatin"]
terms = ["Electrocardiogram QT corrected interval prolonged"]
grades = [2, 3, 4]
practices = ["us"]
action = "ask"
note = "Correct potassium and magnesium; ECG in heart failure or slow heart rate."
source = "oxaliplatin-us"
to_verify = true

# Immune events of the inhibitor. It is never reduced: held or stopped. Stop points differ by drug and label.

[[change_rule]]
id = "immune-pneumonitis-g2"
system = "immune-pneumonitis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Pneumonitis"]
grades = [2]
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-pneumonitis-g3"
system = "immune-pneumonitis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Pneumonitis"]
grades = [3, 4]
action = "stop"
source = "ici-class-us"

[[change_rule]]
id = "immune-colitis-g2"
system = "immune-colitis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Colitis", "Enterocolitis", "Diarrhea"]
grades = [2, 3]
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-colitis-g4"
system = "immune-colitis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Colitis", "Enterocolitis", "Diarrhea"]
grades = [4]
action = "stop"
hold_first = "the cause is decided"
note = "Older labels stop at grade 3."
source = "ici-class-us"

[[change_rule]]
id = "immune-perforation"
system = "immune-colitis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Colonic perforation", "Small intestinal perforation"]
grades = [1, 2, 3, 4]
action = "stop"
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-eu-pneumonitis-again"
system = "immune-pneumonitis"
drugs = ["pembrolizumab"]
terms = ["Pneumonitis"]
grades = [2]
practices = ["eu"]
condition = { recurrent = "yes" }
action = "stop"
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-colitis-again"
system = "immune-colitis"
drugs = ["pembrolizumab"]
terms = ["Colitis", "Enterocolitis", "Diarrhea"]
grades = [3]
practices = ["eu"]
condition = { recurrent = "yes" }
action = "stop"
hold_first = "the cause is decided"
source = "keytruda-eu"

[[change_rule]]
id = "tislelizumab-eu-pneumonitis-again"
system = "immune-pneumonitis"
drugs = ["tislelizumab"]
terms = ["Pneumonitis"]
grades = [2]
practices = ["eu"]
condition = { recurrent = "yes" }
action = "stop"
source = "tislelizumab-eu"

[[change_rule]]
id = "tislelizumab-eu-colitis-again"
system = "immune-colitis"
drugs = ["tislelizumab"]
terms = ["Colitis", "Enterocolitis", "Diarrhea"]
grades = [3]
practices = ["eu"]
condition = { recurrent = "yes" }
action = "stop"
hold_first = "the cause is decided"
source = "tislelizumab-eu"

[[change_rule]]
id = "immune-hepatitis-labelled-no-tumour-hold"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 8, liver_involvement = "no" }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-no-tumour-stop"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, liver_involvement = "no" }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-normal-hold"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 8, liver_involvement = "yes", baseline_times_uln_up_to = 1 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-normal-stop"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, liver_involvement = "yes", baseline_times_uln_up_to = 1 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-raised-hold"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 5, times_uln_up_to = 10, liver_involvement = "yes", baseline_times_uln_above = 1, baseline_times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-raised-stop"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 10, liver_involvement = "yes", baseline_times_uln_above = 1, baseline_times_uln_up_to = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-high-hold"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, times_uln_up_to = 10, liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-high-stop"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 10, liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-labelled-tumour-beyond"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, liver_involvement = "yes", baseline_times_uln_above = 5 }
action = "hold"
until = "somebody has decided"
note = "No label names a limit for a baseline above 5 x ULN."
source = "planning"

[[change_rule]]
id = "immune-hepatitis-labelled-bilirubin-hold"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_uln_above = 1.5, times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-labelled-bilirubin-stop"
system = "immune-hepatitis"
drugs = ["atezolizumab", "tislelizumab", "toripalimab"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_uln_above = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "immune-hepatitis-no-tumour-hold"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 8, liver_involvement = "no" }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-no-tumour-stop"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, liver_involvement = "no" }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-normal-hold"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 8, liver_involvement = "yes", baseline_times_uln_up_to = 1 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-normal-stop"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, liver_involvement = "yes", baseline_times_uln_up_to = 1 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-raised-hold"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 5, times_uln_up_to = 10, liver_involvement = "yes", baseline_times_uln_above = 1, baseline_times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-raised-stop"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 10, liver_involvement = "yes", baseline_times_uln_above = 1, baseline_times_uln_up_to = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-high-hold"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, times_uln_up_to = 10, liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-high-stop"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 10, liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-tumour-beyond"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, liver_involvement = "yes", baseline_times_uln_above = 5 }
action = "hold"
until = "somebody has decided"
note = "No label names a limit for a baseline above 5 x ULN."
source = "planning"

[[change_rule]]
id = "immune-hepatitis-bilirubin-hold"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_uln_above = 1.5, times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "immune-hepatitis-bilirubin-stop"
system = "immune-hepatitis"
drugs = ["durvalumab", "nivolumab", "sintilimab", "camrelizumab"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_uln_above = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "pembrolizumab-hepatitis-no-tumour-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 8, liver_involvement = "no" }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-no-tumour-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, liver_involvement = "no" }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-normal-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 8, liver_involvement = "yes", baseline_times_uln_up_to = 1 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-normal-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, liver_involvement = "yes", baseline_times_uln_up_to = 1 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-raised-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 5, times_uln_up_to = 10, liver_involvement = "yes", baseline_times_uln_above = 1, baseline_times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-raised-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 10, liver_involvement = "yes", baseline_times_uln_above = 1, baseline_times_uln_up_to = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-high-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 8, times_uln_up_to = 10, liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-high-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 10, liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"
to_verify = true

[[change_rule]]
id = "pembrolizumab-hepatitis-tumour-beyond"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["us", "cn"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, liver_involvement = "yes", baseline_times_uln_above = 5 }
action = "hold"
until = "somebody has decided"
note = "No label names a limit for a baseline above 5 x ULN."
source = "planning"

[[change_rule]]
id = "pembrolizumab-hepatitis-bilirubin-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Blood bilirubin increased"]
practices = ["us", "cn"]
condition = { analyte = "bilirubin", times_uln_above = 1.5, times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-hepatitis-bilirubin-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Blood bilirubin increased"]
practices = ["us", "cn"]
condition = { analyte = "bilirubin", times_uln_above = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-eu-hepatitis-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["eu"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, times_uln_up_to = 5 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-hepatitis-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["eu"]
condition = { analyte = "alt_or_ast", times_uln_above = 5, baseline_times_uln_up_to = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-hepatitis-baseline"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["eu"]
condition = { analyte = "alt_or_ast", times_uln_above = 5, baseline_times_uln_above = 3 }
action = "hold"
until = "somebody has decided"
note = "The label''s stop at 5 x ULN is read for a baseline up to 3 x ULN; with a higher one a person decides."
source = "planning"

[[change_rule]]
id = "pembrolizumab-eu-hepatitis-metastases"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
practices = ["eu"]
condition = { analyte = "alt_or_ast", liver_involvement = "yes", baseline_times_uln_above = 3, baseline_times_uln_up_to = 5, rise_percent_at_least = 50, for_days_at_least = 7 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Liver metastases with grade 2 at baseline: a rise of 50 % or more for at least a week."
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-bilirubin-hold"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Blood bilirubin increased"]
practices = ["eu"]
condition = { analyte = "bilirubin", times_uln_above = 1.5, times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Obstruction excluded? Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-bilirubin-stop"
system = "immune-hepatitis"
drugs = ["pembrolizumab"]
terms = ["Blood bilirubin increased"]
practices = ["eu"]
condition = { analyte = "bilirubin", times_uln_above = 3 }
action = "stop"
hold_first = "obstruction excluded and the cause decided"
note = "Obstruction excluded? Decide that before a permanent stop: held until then."
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-nephritis-hold"
system = "immune-nephritis"
drugs = ["pembrolizumab"]
terms = ["Creatinine increased", "Acute kidney injury"]
practices = ["eu"]
condition = { analyte = "creatinine", times_uln_above = 1.5, times_uln_up_to = 3 }
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-eu-nephritis-stop"
system = "immune-nephritis"
drugs = ["pembrolizumab"]
terms = ["Creatinine increased", "Acute kidney injury"]
practices = ["eu"]
condition = { analyte = "creatinine", times_uln_above = 3 }
action = "stop"
source = "keytruda-eu"

[[change_rule]]
id = "pembrolizumab-nephritis-g2"
system = "immune-nephritis"
drugs = ["pembrolizumab"]
terms = ["Creatinine increased"]
grades = [2, 3]
practices = ["us", "cn"]
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "pembrolizumab-nephritis-g4"
system = "immune-nephritis"
drugs = ["pembrolizumab"]
terms = ["Creatinine increased"]
grades = [4]
practices = ["us", "cn"]
action = "stop"
source = "ici-class-us"

[[change_rule]]
id = "immune-nephritis-g2"
system = "immune-nephritis"
drugs = ["durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Creatinine increased"]
grades = [2, 3]
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-us"

[[change_rule]]
id = "immune-nephritis-g4"
system = "immune-nephritis"
drugs = ["durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Creatinine increased"]
grades = [4]
action = "stop"
source = "ici-class-us"

[[change_rule]]
id = "immune-endocrine"
system = "immune-endocrine"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia"]
grades = [3, 4]
action = "hold"
until = "clinically stable"
note = "Hypothyroidism: replace and go on. Adrenal or pituitary failure: replace first. Chemotherapy may go on."
source = "ici-class-rest"

[[change_rule]]
id = "immune-endocrine-mild"
system = "immune-endocrine"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia"]
grades = [1, 2]
action = "continue"
note = "Replace hormones where needed."
source = "ici-class-rest"

[[change_rule]]
id = "immune-skin-suspected"
system = "immune-skin"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Stevens-Johnson syndrome", "Toxic epidermal necrolysis", "Erythema multiforme"]
grades = [1, 2, 3, 4]
condition = { certainty = "suspected" }
action = "hold"
until = "SJS, TEN and DRESS excluded"
source = "ici-class-rest"

[[change_rule]]
id = "immune-skin-confirmed"
system = "immune-skin"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Stevens-Johnson syndrome", "Toxic epidermal necrolysis"]
grades = [3, 4]
condition = { certainty = "confirmed" }
action = "stop"
source = "ici-class-rest"

[[change_rule]]
id = "immune-myocarditis-suspected"
system = "immune-myocarditis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Myocarditis"]
grades = [1]
action = "hold"
until = "myocarditis excluded"
note = "Any suspicion: hold and evaluate. Grade 1 exists in CTCAE 6.0 only."
source = "ici-class-rest"

[[change_rule]]
id = "immune-myocarditis"
system = "immune-myocarditis"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Myocarditis"]
grades = [2, 3, 4]
action = "stop"
source = "ici-class-rest"

[[change_rule]]
id = "immune-nerve-g2"
system = "immune-neurologic"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Guillain-Barre syndrome", "Myasthenia gravis", "Encephalopathy", "Myelitis", "Meningismus", "Peripheral motor neuropathy"]
grades = [2]
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-class-rest"

[[change_rule]]
id = "immune-nerve-g3"
system = "immune-neurologic"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Guillain-Barre syndrome", "Myasthenia gravis", "Encephalopathy", "Myelitis", "Meningismus", "Peripheral motor neuropathy"]
grades = [3, 4]
action = "stop"
source = "ici-class-rest"

[[change_rule]]
id = "immune-infusion-g1"
system = "immune-infusion"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Infusion related reaction"]
grades = [1, 2]
action = "continue"
note = "Slow down or interrupt the infusion."
source = "ici-class-rest"

[[change_rule]]
id = "immune-infusion-g3"
system = "immune-infusion"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Infusion related reaction"]
grades = [3, 4]
action = "stop"
source = "ici-class-rest"

[[change_rule]]
id = "immune-other-g3"
system = "immune-general"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
except_terms = ["Pneumonitis", "Colitis", "Enterocolitis", "Diarrhea", "Creatinine increased", "Myocarditis", "Infusion related reaction", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Guillain-Barre syndrome", "Myasthenia gravis", "Encephalopathy", "Myelitis", "Meningismus", "Peripheral motor neuropathy", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Neutrophil count decreased", "Febrile neutropenia", "Platelet count decreased", "White blood cell decreased", "Lymphocyte count decreased", "Anemia"]
grades = [3]
only_attributed = true
action = "hold"
until = "grade 0-1 after the steroid taper"
note = "Restart at full dose at grade 0-1, prednisone-equivalent 10 mg a day or less."
source = "ici-general"

[[change_rule]]
id = "immune-other-g4"
system = "immune-general"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
except_terms = ["Pneumonitis", "Colitis", "Enterocolitis", "Diarrhea", "Creatinine increased", "Myocarditis", "Infusion related reaction", "Hypothyroidism", "Hyperthyroidism", "Adrenal insufficiency", "Hypophysitis", "Hypopituitarism", "Hyperglycemia", "Guillain-Barre syndrome", "Myasthenia gravis", "Encephalopathy", "Myelitis", "Meningismus", "Peripheral motor neuropathy", "Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased", "Neutrophil count decreased", "Febrile neutropenia", "Platelet count decreased", "White blood cell decreased", "Lymphocyte count decreased", "Anemia"]
grades = [4]
only_attributed = true
action = "stop"
source = "ici-general"

[[change_rule]]
id = "immune-g3-again"
system = "immune-general"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
grades = [3]
condition = { recurrent = "yes", needs_systemic_immunosuppression = "yes" }
only_attributed = true
action = "stop"
source = "ici-general"

[[change_rule]]
id = "immune-no-recovery"
system = "immune-general"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
condition = { weeks_without_recovery_above = 12 }
only_attributed = true
action = "stop"
note = "No return to grade 0-1 within 12 weeks."
source = "ici-general"

[[change_rule]]
id = "immune-steroid"
system = "immune-general"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
condition = { steroid_mg_day_above = 10, weeks_without_recovery_above = 12 }
only_attributed = true
action = "stop"
note = "Prednisone-equivalent not down to 10 mg a day within 12 weeks."
source = "ici-general"

# One event, two possible causes: the cautious hold until a person names the cause.

[[change_rule]]
id = "shared-diarrhea"
system = "shared-cause"
drugs = ["capecitabine", "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Diarrhea", "Colitis", "Enterocolitis"]
grades = [2, 3, 4]
undecided_only = true
action = "hold"
until = "the cause is decided"
note = "Capecitabine, colitis or infection? Both are held until somebody decides."
source = "planning"

[[change_rule]]
id = "shared-liver"
system = "shared-cause"
drugs = ["capecitabine", "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Blood bilirubin increased", "Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
grades = [2, 3, 4]
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "Stent, tumour, chemotherapy or hepatitis? Obstruction excluded?"
source = "planning"

[[change_rule]]
id = "shared-liver-bilirubin"
system = "shared-cause"
drugs = ["capecitabine", "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_uln_above = 1.5, baseline_times_uln_up_to = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[change_rule]]
id = "shared-liver-bilirubin-raised"
system = "shared-cause"
drugs = ["capecitabine", "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Blood bilirubin increased"]
condition = { analyte = "bilirubin", times_baseline_above = 1.5, baseline_times_uln_above = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[change_rule]]
id = "shared-liver-transaminases"
system = "shared-cause"
drugs = ["capecitabine", "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_uln_above = 3, baseline_times_uln_up_to = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[change_rule]]
id = "shared-liver-transaminases-raised"
system = "shared-cause"
drugs = ["capecitabine", "pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_baseline_above = 3, baseline_times_uln_above = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[change_rule]]
id = "shared-delay"
system = "shared-delay"
drugs = ["pembrolizumab", "durvalumab", "nivolumab", "atezolizumab", "tislelizumab", "toripalimab", "sintilimab", "camrelizumab"]
condition = { delay_days_above = 0 }
action = "ask"
note = "Chemotherapy delayed: by default the inhibitor waits as well; giving it alone is a local choice."
source = "planning"

[[checklist]]
id = "consent"
title = "Consent given and documented"
source = "checklist"

[[checklist]]
id = "hepatitis-b"
title = "Hepatitis B: HBsAg and anti-HBc result"
source = "checklist"

[[checklist]]
id = "pregnancy"
title = "Pregnancy excluded and contraception agreed, where it applies"
source = "checklist"

[[checklist]]
id = "drainage"
title = "Bile duct drainage: stent or drain noted, obstruction and cholangitis excluded"
source = "checklist"

[[checklist]]
id = "dpyd"
title = "DPYD result, or the reason why it was not tested"
source = "checklist"

[[checklist]]
id = "heart"
title = "ECG or cardiac history; QT, potassium and magnesium before oxaliplatin"
source = "checklist"

[[checklist]]
id = "neuropathy"
title = "Neuropathy grade before the first platinum dose"
source = "checklist"

[[checklist]]
id = "inhibitor-thyroid"
title = "TSH and free T4 before the inhibitor"
source = "checklist"

[[checklist]]
id = "inhibitor-glucose"
title = "Glucose before the inhibitor"
source = "checklist"

[[checklist]]
id = "inhibitor-cortisol"
title = "Morning cortisol before the inhibitor, or the reason why not"
source = "checklist"

[[checklist]]
id = "inhibitor-liver"
title = "ALT, AST and bilirubin with their limits: the baseline for immune hepatitis"
source = "checklist"

[[checklist]]
id = "inhibitor-liver-tumour"
title = "Tumour in the liver: yes or no"
source = "checklist"

[[checklist]]
id = "inhibitor-heart"
title = "Troponin and CK before the inhibitor, by site"
source = "checklist"

[[checklist]]
id = "inhibitor-oxygen"
title = "Oxygen saturation at rest"
source = "checklist"

[[checklist]]
id = "autoimmune"
title = "Autoimmune disease, transplant and steroids asked about"
source = "checklist"

[[example]]
title = "165 cm, 58.0 kg, full dose"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.6304"
"pembrolizumab.dose_mg" = "200"
"oxaliplatin.exact_mg" = "211.96"
"oxaliplatin.dose_mg" = "210"
"oxaliplatin.variance_percent" = "-0.92"
"oxaliplatin.infusion.volume_ml" = "500"
"oxaliplatin.infusion.concentration_mg_ml" = "0.42"
"oxaliplatin.waste_mg" = "40"
"capecitabine.exact_mg" = "1630.44"
"capecitabine.plans.0.am_mg" = "1650"
"capecitabine.plans.0.daily_mg" = "3300"
"capecitabine.plans.0.tablets_per_day" = "8"
"capecitabine.plans.0.variance_percent" = "1.20"
"capecitabine.plans.0.supply.500" = "84"
"capecitabine.plans.0.supply.150" = "28"

[[example]]
title = "165 cm, 58.0 kg, creatinine 88 umol/L: clearance just below 50, capecitabine 75 %"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 88, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"
dose_percent = { capecitabine = 75 }

[example.expect]
"renal.crcl_ml_min" = "49.52"
"capecitabine.exact_mg" = "1222.83"
"alerts" = "crcl-30-50"
"alerts.crcl-30-50.proposed_percent" = "75"
"alerts.crcl-30-50.drug" = "capecitabine"

[[example]]
title = "the same patient in the EU profile: table row of BSA 1.63, no kidney reduction at 1000 mg/m2"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "eu"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 88, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"capecitabine.plans.0.am_mg" = "1600"
"capecitabine.plans.0.tablets_per_day" = "12"
"capecitabine.plans.0.supply.500" = "56"
"capecitabine.plans.0.supply.150" = "112"
"no_alerts" = "crcl-30-50, crcl-below-30"

[[example]]
title = "weight lost to 51.5 kg in cycle 3"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 51.5, weight_date = "2026-04-13", creatinine = { value = 70, unit = "umol/L", date = "2026-04-13" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-04-13" }, platelets = { value = 210, unit = "10^9/L", date = "2026-04-13" } }
cycle = 3
day1 = "2026-04-13"
previous = { weight_kg = 58.0, doses_mg = { oxaliplatin = 210 } }

[example.expect]
"bsa.m2" = "1.5364"
"oxaliplatin.exact_mg" = "199.73"
"oxaliplatin.dose_mg" = "200"
"alerts" = "weight-change"

[[example]]
title = "182 cm, 104 kg, no cap"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "us"
patient = { sex = "male", birth_date = "1958-03-01" }
basis = { height_cm = 182, weight_kg = 104, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "2.2930"
"bsa.capped" = "false"
"oxaliplatin.exact_mg" = "298.09"
"oxaliplatin.dose_mg" = "300"

[[example]]
title = "oxaliplatin at the level of 100 mg/m2"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"
dose_level = { oxaliplatin = 100 }

[example.expect]
"oxaliplatin.exact_mg" = "163.04"
"oxaliplatin.dose_mg" = "165"
"oxaliplatin.percent" = "76.92"

[[example]]
title = "durvalumab at exactly 30.0 kg, US label: 1500 mg"
source = "arithmetic"

[example.given]
options = { ici = "durvalumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 150, weight_kg = 30.0, weight_date = "2026-03-02", creatinine = { value = 60, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"durvalumab.dose_mg" = "1500"

[[example]]
title = "durvalumab at exactly 30.0 kg, EU text: 20 mg/kg"
source = "arithmetic"

[example.given]
options = { ici = "durvalumab" }
practice = "eu"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 150, weight_kg = 30.0, weight_date = "2026-03-02", creatinine = { value = 60, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"durvalumab.dose_mg" = "600"

[[example]]
title = "sintilimab by weight, 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "sintilimab", sintilimab_dose = "by_weight" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"sintilimab.dose_mg" = "174"
"sintilimab.infusion.concentration_mg_ml" = "1.74"

[[example]]
title = "sintilimab by weight, exactly 60 kg"
source = "arithmetic"

[example.given]
options = { ici = "sintilimab", sintilimab_dose = "by_weight" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 60.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"sintilimab.dose_mg" = "200"

[[example]]
title = "sintilimab flat, 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "sintilimab", sintilimab_dose = "flat" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"sintilimab.dose_mg" = "200"

[[example]]
title = "pembrolizumab 2 mg/kg at 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab_2mg_kg" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"pembrolizumab.dose_mg" = "116"

[[example]]
title = "pembrolizumab 2 mg/kg at 110 kg: at most 200 mg"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab_2mg_kg" }
practice = "us"
patient = { sex = "male", birth_date = "1958-03-01" }
basis = { height_cm = 182, weight_kg = 110, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"pembrolizumab.dose_mg" = "200"

[[example]]
title = "DPYD score 1.5"
source = "arithmetic"

[example.given]
options = { ici = "pembrolizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "1.5" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"alerts" = "dpyd-intermediate"
"alerts.dpyd-intermediate.proposed_percent" = "50"
','2026-11-22T15:11:19.375766+00:00');
INSERT INTO "kept_text" VALUES('63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533','profile','# Practice profile us: what differs by country. A site lays its own settings over it (docs/regimen-files.md).
schema = 1
id = "us"
version = "1"
title = "United States"
labels = "us"
country = "US"
renal_rules = "us"
dpyd_duty = "test_first"
creatinine_unit = "mg/dL"
blood_test_days_before = [1, 2, 3]
ctcae = "5.0"
date_style = "mdy"
number_style = "comma"
paper = "letter"
language = "en"
# Values that still need the site''s own check against the source named.
unverified = [
    "policy.crcl_weight: the rule for the weight is from memory",
    "policy.lab_valid_days: from memory",
    "policy.tablet_packs: pack sizes are from memory",
    "fever.fahrenheit: 100.4 degrees is the exact conversion; that US pages name it is from memory",
    "renal_rules: 25 % less at CrCl 30 to 50 (capecitabine label 12/2022 and later) was seen in secondary sources",
    "policy.capecitabine_rounding: the rule ''nearest 150 mg'' of the current label was seen in secondary sources",
]

[limit_sets]
default = "default"

[fever]
celsius = 38.0
fahrenheit = 100.4
source = "Patient advice of US centres: 38.0 C, 100.4 F (38.0 C is 100.4 F exactly)"

[policy]
bsa_formula = "mosteller"
bsa_cap_m2 = "none"
crcl_weight = "auto"
capecitabine_rounding = "us_150"
tablets_mg = [150, 500]
unequal_am_pm = false
unequal_most_mg = 500
first_dose = "morning"
default_step_mg = 1
weight_change_percent = 10
dose_change_percent = 5
near_crcl_ml_min = 1
weight_valid_days = 7
lab_valid_days = 3
creatinine_valid_days = 7
height_change_cm = 3
share_vials = false

[policy.max_variance_percent]
oral = 5
iv = 10

# mg; the step an exact infusion dose is rounded to
[policy.dose_steps_mg]
oxaliplatin = 5
gemcitabine = 50
cisplatin = 1

# tablets in one pack, by strength in mg
[policy.tablet_packs]
150 = 60
500 = 120

# mg; vial sizes in stock
[policy.vials_mg]
oxaliplatin = [50, 100]
gemcitabine = [200, 1000, 2000]
cisplatin = [50, 100, 200]

[sources]
renal_rules = "US Xeloda label 12/2022 and later, section 2.7; US oxaliplatin label"
dpyd_duty = "US Xeloda label, set e702d84d, version 32 (2026-02-05), boxed warning: test DPYD before starting unless treatment cannot wait"
ctcae = "Dose rules of labels and trials were written on CTCAE 3 to 5; they are evaluated on 5.0"
blood_test_days_before = "Proposal of this project: the working day before, so a Friday for a Monday; bloods usually count for 72 h (from memory)"
"policy.bsa_formula" = "Mosteller, N Engl J Med 1987;317:1098; standard of the Alberta Cancer Board; any formula is acceptable (ASCO)"
"policy.bsa_cap_m2" = "ASCO 2012 and 2021 (Griggs): full dose by actual weight, no cap on body surface area"
"policy.crcl_weight" = "Practice rule, labels are silent: actual weight; adjusted (0.4) from BMI 30; ideal never above actual"
"policy.capecitabine_rounding" = "US Xeloda label, section 2.8: nearest multiple of 150 mg, whole tablets"
"policy.tablets_mg" = "Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets"
"policy.tablet_packs" = "US packs of 60 (150 mg) and 120 (500 mg) tablets (from memory)"
"policy.unequal_am_pm" = "Proposal of this project: morning and evening equal unless a site allows otherwise"
"policy.unequal_most_mg" = "Proposal of this project: at most one 500 mg tablet apart"
"policy.first_dose" = "US label reading: morning of day 1 to evening of day 14; a site chooses at set-up"
"policy.dose_steps_mg" = "Proposal of this project: steps that can be measured with the usual vials, well inside the variance limit"
"policy.default_step_mg" = "Proposal of this project: whole milligrams"
"policy.max_variance_percent" = "IV: HOPA position 2017, within 10 % of the ordered dose; oral: Eastern Health Newfoundland, up to 5 %"
"policy.vials_mg" = "US labels: oxaliplatin 50 and 100 mg, gemcitabine 200 mg, 1 g, 2 g, cisplatin 1 mg/mL 50, 100, 200 mL"
"policy.weight_change_percent" = "10 % in adults: NIH nursing practice; Western Health (Australia). 5 % is a common stricter rule"
"policy.dose_change_percent" = "Proposal of this project: 5 % of the exact dose"
"policy.near_crcl_ml_min" = "Proposal of this project: a clearance within 1 mL/min of a limit is pointed out"
"policy.weight_valid_days" = "Proposal of this project: 7 days before day 1"
"policy.lab_valid_days" = "Usual practice 72 h, by site 24 to 96 h (from memory)"
"policy.creatinine_valid_days" = "Proposal of this project: 7 days before day 1"
"policy.height_change_cm" = "Proposal of this project: a change of more than 3 cm since the last visit is questioned"
"policy.share_vials" = "Proposal of this project: vials are not shared between patients unless a site says so"
','2026-11-22T15:11:19.376753+00:00');
CREATE TABLE lab (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	analyte TEXT NOT NULL, 
	value TEXT NOT NULL, 
	unit TEXT NOT NULL, 
	lln TEXT, 
	uln TEXT, 
	"on" TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_lab PRIMARY KEY (id), 
	CONSTRAINT ck_lab_lln CHECK (lln IS NULL OR (trim(lln, '0123456789.') = '' AND length(lln) BETWEEN 1 AND 25 AND length(lln) - length(replace(lln, '.', '')) <= 1 AND substr(lln, 1, 1) <> '.' AND substr(lln, length(lln), 1) <> '.' AND CAST(lln AS NUMERIC) BETWEEN 0 AND 100000000)), 
	CONSTRAINT ck_lab_uln CHECK (uln IS NULL OR (trim(uln, '0123456789.') = '' AND length(uln) BETWEEN 1 AND 25 AND length(uln) - length(replace(uln, '.', '')) <= 1 AND substr(uln, 1, 1) <> '.' AND substr(uln, length(uln), 1) <> '.' AND CAST(uln AS NUMERIC) BETWEEN 0 AND 100000000)), 
	CONSTRAINT ck_lab_value CHECK (value IS NULL OR (trim(value, '0123456789.') = '' AND length(value) BETWEEN 1 AND 25 AND length(value) - length(replace(value, '.', '')) <= 1 AND substr(value, 1, 1) <> '.' AND substr(value, length(value), 1) <> '.' AND CAST(value AS NUMERIC) BETWEEN 0 AND 100000000)), 
	CONSTRAINT fk_lab_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_lab_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "lab" VALUES('a2ded38c-18b7-432d-8767-e4b9f1b00fd8','aaebddc9-e701-47af-90d0-ccce35303c76','platelets','210','10^9/L',NULL,NULL,'2026-03-02',1,'2026-11-22T15:11:19.578048+00:00','2026-11-22T15:11:19.578048+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',7,'54071ce2811dd8a64b2346f9c51487c173b6cab9abf6a8cb5618311bb6ecf192');
CREATE TABLE measurement (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	value TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	confirmed TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_measurement PRIMARY KEY (id), 
	CONSTRAINT ck_measurement_value CHECK (trim(value, '0123456789.') = '' AND length(value) BETWEEN 1 AND 25 AND length(value) - length(replace(value, '.', '')) <= 1 AND substr(value, 1, 1) <> '.' AND substr(value, length(value), 1) <> '.' AND ((kind = 'height_cm' AND CAST(value AS NUMERIC) BETWEEN 20 AND 300) OR (kind = 'weight_kg' AND CAST(value AS NUMERIC) BETWEEN 1 AND 700))), 
	CONSTRAINT fk_measurement_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_measurement_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "measurement" VALUES('45119db4-0177-4820-bc16-f3e1a0d3a44c','aaebddc9-e701-47af-90d0-ccce35303c76','weight_kg','58.0','2026-03-02','',1,'2026-11-22T15:11:19.574607+00:00','2026-11-22T15:11:19.574607+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',6,'6d1fa9d7cbf804a7058649104986e6986e21b1934ec6dcfd35732c5e820cc19a');
INSERT INTO "measurement" VALUES('0c7a4ea1-11bd-5f33-96ae-1ebdc54017cf','aaebddc9-e701-47af-90d0-ccce35303c76','weight_kg','57.60','2026-03-23','57.60',1,'2026-11-22T15:11:19.680546+00:00','2026-11-22T15:11:19.680546+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',15,'80cf8783f81254a70c5022d85f0b40c9def481811de477db78898e4d442d245b');
CREATE TABLE patient (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	identifiers TEXT NOT NULL, 
	birth_date TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	allergies TEXT NOT NULL, 
	allergies_asked INTEGER NOT NULL, 
	reactions TEXT NOT NULL, 
	medicines TEXT NOT NULL, 
	dpyd_status TEXT NOT NULL, 
	dpyd_score TEXT, 
	dpyd_variants TEXT NOT NULL, 
	dpyd_date TEXT, 
	dpyd_reason TEXT NOT NULL, 
	ecog INTEGER, 
	interpreter TEXT NOT NULL, 
	language TEXT NOT NULL, 
	carer_contact TEXT NOT NULL, 
	drainage TEXT NOT NULL, 
	liver_involvement INTEGER, 
	diagnosis_site TEXT NOT NULL, 
	note TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_patient PRIMARY KEY (id), 
	CONSTRAINT ck_patient_dpyd_score CHECK (dpyd_score IS NULL OR (trim(dpyd_score, '0123456789.') = '' AND length(dpyd_score) BETWEEN 1 AND 25 AND length(dpyd_score) - length(replace(dpyd_score, '.', '')) <= 1 AND substr(dpyd_score, 1, 1) <> '.' AND substr(dpyd_score, length(dpyd_score), 1) <> '.' AND CAST(dpyd_score AS NUMERIC) BETWEEN 0 AND 2)), 
	CONSTRAINT ck_patient_dpyd_status CHECK (dpyd_status IN ('done', 'pending', 'not_tested')), 
	CONSTRAINT ck_patient_sex CHECK (sex IN ('female', 'male')), 
	CONSTRAINT ck_patient_ecog CHECK (ecog IS NULL OR ecog BETWEEN 0 AND 4), 
	CONSTRAINT ck_patient_name CHECK (length(name) BETWEEN 1 AND 200), 
	CONSTRAINT ck_patient_note CHECK (length(note) <= 4000), 
	CONSTRAINT fk_patient_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "patient" VALUES('aaebddc9-e701-47af-90d0-ccce35303c76','Łukasz Żółkiewski','[["MRN","0042-118"],["Insurance","DE 7719"]]','1958-03-01','male','["penicillin","latex"]',1,'["oxaliplatin: flushing, 2024"]','["warfarin","phenytoin"]','done','1.5','["*1","c.2846A>T"]','2026-02-01','',2,'Polish','pl','daughter, 555 0100
after 17:00','metal stent',0,'gallbladder','changed',3,'2026-11-22T15:11:19.282123+00:00','2026-11-22T15:11:19.680546+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',16,'36d042357896383b25bf143def64bc2b3d75846d912da3bba639373c1a50d13f');
CREATE TABLE patient_line (
	patient_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	identifiers TEXT NOT NULL, 
	birth_date TEXT NOT NULL, 
	sex TEXT NOT NULL, 
	course TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	CONSTRAINT pk_patient_line PRIMARY KEY (patient_id), 
	CONSTRAINT fk_patient_line_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "patient_line" VALUES('aaebddc9-e701-47af-90d0-ccce35303c76','Łukasz Żółkiewski','MRN 0042-118, Insurance DE 7719','1958-03-01','male','pembrolizumab + CAPOX','lukasz zolkiewski 0042 118 0042118 de 7719 de7719');
CREATE TABLE person (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	active INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_person PRIMARY KEY (id), 
	CONSTRAINT ck_person_role CHECK (role IN ('nurse', 'pharmacist', 'prescriber', 'administrator')), 
	CONSTRAINT fk_person_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "person" VALUES('8179e478-6174-4c14-9e69-4dfc500dc2cb','Priya Raman','pharmacist',1,1,'2026-11-22T15:11:19.250330+00:00','2026-11-22T15:11:19.250330+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',1,'1e34c26c8d27138bca14792039fd7dfdadfe0324ae6dfb0cf8ae69b98b5c0016');
CREATE TABLE print (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	language TEXT NOT NULL, 
	paper TEXT NOT NULL, 
	large_print INTEGER NOT NULL, 
	check_code TEXT NOT NULL, 
	sha256 TEXT NOT NULL, 
	order_id TEXT, 
	course_json TEXT NOT NULL, 
	copies INTEGER NOT NULL, 
	valid INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_print PRIMARY KEY (id), 
	CONSTRAINT ck_print_paper CHECK (paper IN ('a4', 'letter')), 
	CONSTRAINT ck_print_copies CHECK (copies >= 1), 
	CONSTRAINT ck_print_revision CHECK (revision >= 1), 
	CONSTRAINT fk_print_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_print_order_id FOREIGN KEY(order_id) REFERENCES cycle_order (id), 
	CONSTRAINT fk_print_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_print_course_id_revision UNIQUE (course_id, revision)
)
 STRICT

;
INSERT INTO "print" VALUES('45f25ce8-93a0-4509-ac0f-77533b25c3e3','46b58658-ca63-44d2-8929-8bf0da882645',1,1,'en','a4',0,'AB12-CD34','0000000000000000000000000000000000000000000000000000000000000000',NULL,'{}',1,1,1,'2026-11-22T15:11:19.670144+00:00','2026-11-22T15:11:19.670144+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',12,'cc01271e8218360ef1e9115704d306657e7c9d1d845004cc4df3a2cd991c33b6');
CREATE TABLE search_part (
	part TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	CONSTRAINT pk_search_part PRIMARY KEY (part, patient_id), 
	CONSTRAINT fk_search_part_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "search_part" VALUES('0042 118','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('0042118','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('118','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('7719','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('de 7719','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('de7719','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('lukasz zolkiewski','aaebddc9-e701-47af-90d0-ccce35303c76');
INSERT INTO "search_part" VALUES('zolkiewski','aaebddc9-e701-47af-90d0-ccce35303c76');
CREATE TABLE setting (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY (id), 
	CONSTRAINT ck_setting_name CHECK (length(name) BETWEEN 1 AND 64), 
	CONSTRAINT fk_setting_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_setting_name UNIQUE (name)
)
 STRICT

;
INSERT INTO "setting" VALUES('a6d3a583-b661-528f-8685-d90bee26ab05','site','{"closing_days":[],"country":"","day_phone":"","first_dose":null,"language":"en","night_phone":"","paper":"a4","person_id":null,"policy":{},"practice":"","region":null,"set_up":false,"site_name":"","text_scale":100,"theme":"system"}',1,'2026-11-22T15:11:19.566978+00:00','2026-11-22T15:11:19.566978+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',4,'adb6f26c26306dd265824ff1f815332d8e1b242f3b8247e296bf7ffade763aa0');
CREATE TABLE visit (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	"on" TEXT NOT NULL, 
	cycle INTEGER, 
	cycle_day INTEGER, 
	complete INTEGER NOT NULL, 
	temperature_c TEXT, 
	pulse_per_min INTEGER, 
	systolic_mmhg INTEGER, 
	diastolic_mmhg INTEGER, 
	spo2_percent INTEGER, 
	weight_kg TEXT, 
	weight_confirmed TEXT NOT NULL, 
	ecog INTEGER, 
	any_event INTEGER, 
	asked_not_present TEXT NOT NULL, 
	patient_reported TEXT NOT NULL, 
	new_medicines TEXT NOT NULL, 
	tablets_returned TEXT NOT NULL, 
	tablets_cycle INTEGER, 
	doses_told TEXT NOT NULL, 
	note TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_visit PRIMARY KEY (id), 
	CONSTRAINT ck_visit_cycle CHECK (cycle IS NULL OR cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_visit_diastolic_mmhg CHECK (diastolic_mmhg IS NULL OR diastolic_mmhg BETWEEN 1 AND 400), 
	CONSTRAINT ck_visit_ecog CHECK (ecog IS NULL OR ecog BETWEEN 0 AND 4), 
	CONSTRAINT ck_visit_pulse_per_min CHECK (pulse_per_min IS NULL OR pulse_per_min BETWEEN 1 AND 400), 
	CONSTRAINT ck_visit_spo2_percent CHECK (spo2_percent IS NULL OR spo2_percent BETWEEN 1 AND 100), 
	CONSTRAINT ck_visit_systolic_mmhg CHECK (systolic_mmhg IS NULL OR systolic_mmhg BETWEEN 1 AND 400), 
	CONSTRAINT ck_visit_tablets_cycle CHECK (tablets_cycle IS NULL OR tablets_cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_visit_temperature_c CHECK (temperature_c IS NULL OR (trim(temperature_c, '0123456789.') = '' AND length(temperature_c) BETWEEN 1 AND 25 AND length(temperature_c) - length(replace(temperature_c, '.', '')) <= 1 AND substr(temperature_c, 1, 1) <> '.' AND substr(temperature_c, length(temperature_c), 1) <> '.' AND CAST(temperature_c AS NUMERIC) BETWEEN 25 AND 45)), 
	CONSTRAINT ck_visit_weight_kg CHECK (weight_kg IS NULL OR (trim(weight_kg, '0123456789.') = '' AND length(weight_kg) BETWEEN 1 AND 25 AND length(weight_kg) - length(replace(weight_kg, '.', '')) <= 1 AND substr(weight_kg, 1, 1) <> '.' AND substr(weight_kg, length(weight_kg), 1) <> '.' AND CAST(weight_kg AS NUMERIC) BETWEEN 1 AND 700)), 
	CONSTRAINT fk_visit_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_visit_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_visit_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_visit_course_id_on UNIQUE (course_id, "on")
)
 STRICT

;
INSERT INTO "visit" VALUES('ff339cef-b0ea-4d2e-8d7e-e0bafa16073f','aaebddc9-e701-47af-90d0-ccce35303c76','46b58658-ca63-44d2-8929-8bf0da882645','2026-03-23',1,22,1,'36.80',78,128,76,97,'57.60','57.60',2,1,'["Nausea","Vomiting"]','{"fatigue":0,"numbness":2}','["phenytoin"]','{"150":12,"500":36}',1,'{"last_day":9,"last_part":"morning","omitted":0,"words":"stop until we call"}','walks
with a stick','{}',2,'2026-11-22T15:11:19.674606+00:00','2026-11-22T15:11:19.680546+00:00','8179e478-6174-4c14-9e69-4dfc500dc2cb',14,'3bf653a5d23f806bdf7ddf7d5815cd53e12f449495e745d88f24b6e8db09d3b7');
CREATE INDEX ix_audit_deed ON audit (deed_key);
CREATE INDEX ix_audit_patient ON audit (patient_id, seq);
CREATE INDEX ix_audit_subject ON audit (subject_id, seq);
CREATE INDEX ix_course_patient ON course (patient_id);
CREATE INDEX ix_course_regimen ON course (regimen_sha256);
CREATE INDEX ix_lab_patient ON lab (patient_id, analyte, "on");
CREATE INDEX ix_measurement_patient ON measurement (patient_id, kind, "on");
CREATE INDEX ix_patient_line_folded ON patient_line (folded, patient_id);
CREATE INDEX ix_search_part_patient ON search_part (patient_id);
CREATE UNIQUE INDEX ix_cycle_order_one_in_force ON cycle_order (course_id, cycle) WHERE state <> 'replaced';
CREATE INDEX ix_delay_course ON delay (course_id);
CREATE INDEX ix_due_on ON due ("on", course_id);
CREATE INDEX ix_due_patient ON due (patient_id, "on");
CREATE INDEX ix_hold_course ON hold (course_id);
CREATE INDEX ix_visit_patient ON visit (patient_id, "on");
CREATE INDEX ix_adverse_event_course ON adverse_event (course_id);
CREATE INDEX ix_checklist_answer_course ON checklist_answer (course_id, cycle);
CREATE INDEX ix_go_ahead_course ON go_ahead (course_id, cycle);
CREATE INDEX ix_decision_course ON decision (course_id, cycle);
CREATE INDEX ix_dispensed_course ON dispensed (course_id, cycle);
CREATE TRIGGER "guard_audit_no_update" BEFORE UPDATE ON "audit" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'audit only grows'); END;
CREATE TRIGGER "guard_audit_no_delete" BEFORE DELETE ON "audit" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'audit only grows'); END;
CREATE TRIGGER "guard_kept_text_no_update" BEFORE UPDATE ON "kept_text" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'kept_text only grows'); END;
CREATE TRIGGER "guard_kept_text_no_delete" BEFORE DELETE ON "kept_text" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'kept_text only grows'); END;
CREATE TRIGGER "guard_adverse_event_no_delete" BEFORE DELETE ON "adverse_event" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a adverse_event is never deleted'); END;
CREATE TRIGGER "guard_checklist_answer_no_delete" BEFORE DELETE ON "checklist_answer" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a checklist_answer is never deleted'); END;
CREATE TRIGGER "guard_course_no_delete" BEFORE DELETE ON "course" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a course is never deleted'); END;
CREATE TRIGGER "guard_cycle_order_no_delete" BEFORE DELETE ON "cycle_order" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a cycle_order is never deleted'); END;
CREATE TRIGGER "guard_decision_no_delete" BEFORE DELETE ON "decision" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
CREATE TRIGGER "guard_delay_no_delete" BEFORE DELETE ON "delay" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a delay is never deleted'); END;
CREATE TRIGGER "guard_dispensed_no_delete" BEFORE DELETE ON "dispensed" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a dispensed is never deleted'); END;
CREATE TRIGGER "guard_draft_no_delete" BEFORE DELETE ON "draft" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a draft is never deleted'); END;
CREATE TRIGGER "guard_go_ahead_no_delete" BEFORE DELETE ON "go_ahead" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a go_ahead is never deleted'); END;
CREATE TRIGGER "guard_hold_no_delete" BEFORE DELETE ON "hold" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a hold is never deleted'); END;
CREATE TRIGGER "guard_lab_no_delete" BEFORE DELETE ON "lab" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lab is never deleted'); END;
CREATE TRIGGER "guard_measurement_no_delete" BEFORE DELETE ON "measurement" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a measurement is never deleted'); END;
CREATE TRIGGER "guard_patient_no_delete" BEFORE DELETE ON "patient" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a patient is never deleted'); END;
CREATE TRIGGER "guard_person_no_delete" BEFORE DELETE ON "person" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a person is never deleted'); END;
CREATE TRIGGER "guard_print_no_delete" BEFORE DELETE ON "print" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a print is never deleted'); END;
CREATE TRIGGER "guard_setting_no_delete" BEFORE DELETE ON "setting" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a setting is never deleted'); END;
CREATE TRIGGER "guard_visit_no_delete" BEFORE DELETE ON "visit" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a visit is never deleted'); END;
CREATE TRIGGER "guard_cycle_order_content" BEFORE UPDATE ON "cycle_order" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."revision" IS DISTINCT FROM NEW."revision" OR OLD."day1" IS DISTINCT FROM NEW."day1" OR OLD."case_json" IS DISTINCT FROM NEW."case_json" OR OLD."answer_json" IS DISTINCT FROM NEW."answer_json" OR OLD."regimen_sha256" IS DISTINCT FROM NEW."regimen_sha256" OR OLD."profile_sha256" IS DISTINCT FROM NEW."profile_sha256" OR OLD."engine_version" IS DISTINCT FROM NEW."engine_version" OR OLD."overrides" IS DISTINCT FROM NEW."overrides" OR OLD."decision_ids" IS DISTINCT FROM NEW."decision_ids" OR OLD."check_code" IS DISTINCT FROM NEW."check_code" OR OLD."signed_by_id" IS DISTINCT FROM NEW."signed_by_id" OR OLD."signed_by" IS DISTINCT FROM NEW."signed_by" OR OLD."signed_role" IS DISTINCT FROM NEW."signed_role" OR OLD."signed_at" IS DISTINCT FROM NEW."signed_at" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR NOT (OLD.state = 'signed' AND NEW.state IN ('given', 'replaced')) BEGIN SELECT RAISE(ABORT, 'a signed order keeps its content'); END;
CREATE TRIGGER "guard_cycle_order_start" BEFORE INSERT ON "cycle_order" WHEN NEW.state <> 'signed' BEGIN SELECT RAISE(ABORT, 'an order begins as signed'); END;
CREATE TRIGGER "guard_measurement_content" BEFORE UPDATE ON "measurement" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."patient_id" IS DISTINCT FROM NEW."patient_id" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."on" IS DISTINCT FROM NEW."on" BEGIN SELECT RAISE(ABORT, 'a measurement keeps its value; a new one corrects it'); END;
CREATE TRIGGER "guard_checklist_answer_content" BEFORE UPDATE ON "checklist_answer" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."item" IS DISTINCT FROM NEW."item" OR OLD."result" IS DISTINCT FROM NEW."result" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" BEGIN SELECT RAISE(ABORT, 'a checklist_answer keeps what it says'); END;
CREATE TRIGGER "guard_go_ahead_content" BEFORE UPDATE ON "go_ahead" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."cycle_day" IS DISTINCT FROM NEW."cycle_day" OR OLD."for_day" IS DISTINCT FROM NEW."for_day" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."way" IS DISTINCT FROM NEW."way" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a go_ahead keeps what it says'); END;
CREATE TRIGGER "guard_decision_content" BEFORE UPDATE ON "decision" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."drug" IS DISTINCT FROM NEW."drug" OR OLD."taken" IS DISTINCT FROM NEW."taken" OR OLD."proposal_json" IS DISTINCT FROM NEW."proposal_json" OR OLD."rule_ids" IS DISTINCT FROM NEW."rule_ids" OR OLD."event_ids" IS DISTINCT FROM NEW."event_ids" OR OLD."starting_percent" IS DISTINCT FROM NEW."starting_percent" OR OLD."percent" IS DISTINCT FROM NEW."percent" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."hold_from" IS DISTINCT FROM NEW."hold_from" OR OLD."hold_until" IS DISTINCT FROM NEW."hold_until" OR OLD."stop_from" IS DISTINCT FROM NEW."stop_from" OR OLD."reason_code" IS DISTINCT FROM NEW."reason_code" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."hold_id" IS DISTINCT FROM NEW."hold_id" OR OLD."decided_by" IS DISTINCT FROM NEW."decided_by" OR OLD."decided_role" IS DISTINCT FROM NEW."decided_role" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a decision keeps what it says'); END;
CREATE TRIGGER "guard_dispensed_content" BEFORE UPDATE ON "dispensed" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."drug" IS DISTINCT FROM NEW."drug" OR OLD."strength_mg" IS DISTINCT FROM NEW."strength_mg" OR OLD."tablets" IS DISTINCT FROM NEW."tablets" OR OLD."packs" IS DISTINCT FROM NEW."packs" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."batch" IS DISTINCT FROM NEW."batch" OR OLD."expiry" IS DISTINCT FROM NEW."expiry" OR OLD."leftover" IS DISTINCT FROM NEW."leftover" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a dispensed keeps what it says'); END;
CREATE TRIGGER "guard_visit_open" BEFORE UPDATE ON "visit" WHEN OLD.complete AND NOT NEW.complete BEGIN SELECT RAISE(ABORT, 'a complete visit is never half-done'); END;
CREATE TRIGGER "guard_adverse_event_grades" BEFORE UPDATE ON "adverse_event" WHEN OLD.id <> NEW.id OR OLD.patient_id <> NEW.patient_id OR OLD.course_id <> NEW.course_id OR OLD.number <> NEW.number OR substr(OLD.grades, 1, length(OLD.grades) - 1) <> substr(NEW.grades, 1, length(OLD.grades) - 1) OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'grades of an adverse event are only added to'); END;
CREATE TRIGGER guard_audit_chain BEFORE INSERT ON audit WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM audit), 0) + 1 OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000') BEGIN SELECT RAISE(ABORT, 'the audit chain does not fit'); END;
COMMIT;
