BEGIN TRANSACTION;
CREATE TABLE account (
	id TEXT NOT NULL, 
	holder_id TEXT NOT NULL, 
	login TEXT NOT NULL, 
	login_folded TEXT NOT NULL, 
	password_hash TEXT NOT NULL, 
	password_at TEXT NOT NULL, 
	must_change INTEGER NOT NULL, 
	failures INTEGER NOT NULL, 
	failed_at TEXT, 
	signed_in_at TEXT, 
	signed_out_at TEXT, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT ck_account_login CHECK (length(login) BETWEEN 1 AND 64 AND length(login_folded) >= 1), 
	CONSTRAINT ck_account_password_hash CHECK (substr(password_hash, 1, 10) = '$argon2id$'), 
	CONSTRAINT ck_account_failures CHECK (failures >= 0), 
	CONSTRAINT fk_account_holder_id FOREIGN KEY(holder_id) REFERENCES person (id), 
	CONSTRAINT fk_account_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_account_holder_id UNIQUE (holder_id), 
	CONSTRAINT uq_account_login_folded UNIQUE (login_folded)
)
 STRICT

;
INSERT INTO "account" VALUES('91a09a3c-73bf-42e4-8cce-54ca80a67f6a','170b1b62-726e-4547-b409-a286e7015a06','priya','priya','$argon2id$v=19$m=65536,t=3,p=4$0zlAyEKFaVwUKU0uGU/05w$diyaDy+3uBeclrDBUCEupf1HBuekn0hnEuq1YCVynP4','2026-11-22T18:55:08.659429+00:00',0,0,NULL,'2026-11-22T18:55:08.659539+00:00',NULL,1,'2026-11-22T18:55:08.658732+00:00','2026-11-22T18:55:08.658732+00:00','170b1b62-726e-4547-b409-a286e7015a06',72,'e83f470830f879061f39122979ec49da868195801c2775f5269c0b3fe2da3f95');
CREATE TABLE administration (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	order_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	drug TEXT NOT NULL, 
	cycle_day INTEGER NOT NULL, 
	"on" TEXT NOT NULL, 
	ordered_mg TEXT NOT NULL, 
	given_mg TEXT NOT NULL, 
	started TEXT NOT NULL, 
	stopped TEXT NOT NULL, 
	access TEXT NOT NULL, 
	site TEXT NOT NULL, 
	event TEXT NOT NULL, 
	done TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	note TEXT NOT NULL, 
	batches TEXT NOT NULL, 
	vital_signs TEXT NOT NULL, 
	given_by_id TEXT NOT NULL, 
	given_by TEXT NOT NULL, 
	given_role TEXT NOT NULL, 
	signed_at TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_administration PRIMARY KEY (id), 
	CONSTRAINT ck_administration_access CHECK (access IN ('peripheral', 'port', 'picc', 'other')), 
	CONSTRAINT ck_administration_event CHECK (event IN ('none', 'infusion reaction', 'extravasation')), 
	CONSTRAINT ck_administration_given_mg CHECK (given_mg IS NULL OR (trim(given_mg, '0123456789.') = '' AND length(given_mg) BETWEEN 1 AND 25 AND length(given_mg) - length(replace(given_mg, '.', '')) <= 1 AND substr(given_mg, 1, 1) <> '.' AND substr(given_mg, length(given_mg), 1) <> '.' AND CAST(given_mg AS NUMERIC) BETWEEN 0 AND 100000)), 
	CONSTRAINT ck_administration_ordered_mg CHECK (ordered_mg IS NULL OR (trim(ordered_mg, '0123456789.') = '' AND length(ordered_mg) BETWEEN 1 AND 25 AND length(ordered_mg) - length(replace(ordered_mg, '.', '')) <= 1 AND substr(ordered_mg, 1, 1) <> '.' AND substr(ordered_mg, length(ordered_mg), 1) <> '.' AND CAST(ordered_mg AS NUMERIC) BETWEEN 0 AND 100000)), 
	CONSTRAINT ck_administration_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_administration_cycle_day CHECK (cycle_day BETWEEN 1 AND 366), 
	CONSTRAINT ck_administration_done CHECK (event = 'none' OR length(done) > 0), 
	CONSTRAINT fk_administration_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_administration_given_by_id FOREIGN KEY(given_by_id) REFERENCES person (id), 
	CONSTRAINT fk_administration_order_id FOREIGN KEY(order_id) REFERENCES cycle_order (id), 
	CONSTRAINT fk_administration_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "administration" VALUES('8b6b344f-4714-46b5-8e40-c4463d99708e','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','48dba4c9-cf58-4888-83e0-4d30174da53d',1,'oxaliplatin',1,'2026-03-02','210','210','09:30','11:30','port','left chest','none','','','no complaint','[{"expiry":"2027-04-30","number":"OX4711"}]','[{"at":"09:25","diastolic_mmhg":76,"pulse_per_min":78,"spo2_percent":97,"systolic_mmhg":128,"temperature_c":"36.8"},{"at":"11:35","pulse_per_min":80}]','170b1b62-726e-4547-b409-a286e7015a06','Priya Raman','pharmacist','2026-11-22T18:55:06.774599+00:00',0,'',1,'2026-11-22T18:55:06.774599+00:00','2026-11-22T18:55:06.774599+00:00','170b1b62-726e-4547-b409-a286e7015a06',31,'dc96ef575ea8468fca2bd986480e36edf452ebf31bbbbbf2a578dc5580362946');
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
	row_hash TEXT NOT NULL, answers TEXT, 
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
INSERT INTO "adverse_event" VALUES('abb428b8-2a63-4d0c-a8a4-6e59de6913ae','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'Diarrhea','10012727','Gastrointestinal disorders','5.0','','running all day
and night','2026-03-20','',1,NULL,1,19,'[{"by":"Priya Raman","evidence":"","grade":2,"on":"2026-03-20"},{"by":"Priya Raman","evidence":"","grade":3,"on":"2026-03-21"}]',3,0,0,'',1,'["admission"]','{"capecitabine":4,"disease":1,"pembrolizumab":3}','unsure','{"capecitabine":"DRUG INTERRUPTED","pembrolizumab":"DRUG INTERRUPTED"}','RECOVERING/RESOLVING',1,'loperamide','{"end":null,"peak_mg_kg":"1.0","start":"2026-03-22"}','stool culture',1,1,'2026-03-22','capecitabine','Priya Raman',0,'lives alone',0,'',1,'2026-11-22T18:55:07.029907+00:00','2026-11-22T18:55:07.029907+00:00','170b1b62-726e-4547-b409-a286e7015a06',39,'4cbfe6bc6bef4cb5fe2bb9b2818bb558a88947f0c1b60d98cce94c1ab6814682','{"needs_systemic_immunosuppression":"no","steroid_mg_day":"7.5"}');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE approval (
	id TEXT NOT NULL, 
	draft_id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	file_id TEXT NOT NULL, 
	file_version TEXT NOT NULL, 
	engine_version TEXT NOT NULL, 
	examples INTEGER NOT NULL, 
	results TEXT NOT NULL, 
	authors TEXT NOT NULL, 
	approver_id TEXT NOT NULL, 
	approver TEXT NOT NULL, 
	approver_role TEXT NOT NULL, 
	approved_at TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_approval PRIMARY KEY (id), 
	CONSTRAINT ck_approval_kind CHECK (kind IN ('regimen', 'profile')), 
	CONSTRAINT ck_approval_examples CHECK (examples BETWEEN 0 AND 1000), 
	CONSTRAINT ck_approval_tested CHECK (kind <> 'regimen' OR examples > 0), 
	CONSTRAINT fk_approval_approver_id FOREIGN KEY(approver_id) REFERENCES person (id), 
	CONSTRAINT fk_approval_draft_id FOREIGN KEY(draft_id) REFERENCES regimen_draft (id), 
	CONSTRAINT fk_approval_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_approval_text_sha256 FOREIGN KEY(text_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT uq_approval_kind_file_id_file_version UNIQUE (kind, file_id, file_version)
)
 STRICT

;
INSERT INTO "approval" VALUES('484e890e-49cf-4a8e-b4ff-583a707521f9','56457593-2d61-4a05-8305-2e21b903f8b5','regimen','e8ffe1ba1e0923d1e123aadbcb7139a23dd1cdb34bac7af05024dc7c9c6e8565','capox-site','1.0','3',4,'[{"found":[["bsa.m2","1.6304","1.630439613519413154145299617617351"],["oxaliplatin.dose_mg","210","210"],["capecitabine.exact_mg","1630.44","1630.439613519413154145299617617351"],["capecitabine.plans.0.am_mg","1650","1650"],["capecitabine.plans.0.daily_mg","3300","3300"],["capecitabine.plans.0.supply.500","84","84"],["capecitabine.plans.0.supply.150","28","28"]],"practice":"us","title":"165 cm, 58.0 kg, full dose"},{"found":[["bsa.m2","1.8181","1.81811868577261906858369241456215"],["oxaliplatin.exact_mg","236.36","236.3554291504404789158800138930795"],["oxaliplatin.dose_mg","235","235"],["capecitabine.plans.0.am_mg","1800","1800"],["capecitabine.plans.0.daily_mg","3600","3600"]],"practice":"eu","title":"170 cm, 70 kg, EU table row of BSA 1.82"},{"found":[["renal.crcl_ml_min","27.24","27.23825"],["alerts","crcl-below-30","crcl-below-30, crcl-below-30, to-verify, to-verify, to-verify, to-verify"],["released","false","false"]],"practice":"eu","title":"creatinine clearance below 30 in the EU profile"},{"found":[["bsa.m2","1.2472","1.247219128924647128527916244105516"],["oxaliplatin.exact_mg","106.01","106.0136259585950059248728807489689"],["oxaliplatin.dose_mg","105","105"],["oxaliplatin.infusion.volume_ml","500","500"],["oxaliplatin.infusion.concentration_mg_ml","0.21","0.21"]],"practice":"us","title":"140 cm, 40 kg: the last step from 500 mL to 250 mL of glucose"}]','["170b1b62-726e-4547-b409-a286e7015a06"]','cd66acbe-0080-48a8-92d8-66aa364b6275','Quentin Ash','pharmacist','2026-11-22T18:55:08.202617+00:00',0,'',1,'2026-11-22T18:55:08.202617+00:00','2026-11-22T18:55:08.202617+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275',70,'64340f354ef1a24da65ec5b91dd7b902bdb0cc137a19906998b90289117d44d8');
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
INSERT INTO "audit" VALUES(1,'2026-11-22T18:55:04.687437+00:00','170b1b62-726e-4547-b409-a286e7015a06','170b1b62-726e-4547-b409-a286e7015a06','add person','person','170b1b62-726e-4547-b409-a286e7015a06',NULL,'{"action":"add person","at":"2026-11-22T18:55:04.687437+00:00","deed_key":"170b1b62-726e-4547-b409-a286e7015a06","new":{"active":true,"id":"170b1b62-726e-4547-b409-a286e7015a06","name":"Priya Raman","role":"pharmacist"},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":1,"subject":"person","subject_id":"170b1b62-726e-4547-b409-a286e7015a06","why":""}','0000000000000000000000000000000000000000000000000000000000000000','c0d4b484145546cf2b54c1c0d26b22ea54c0237b0334fec545323c4bb9ddbaf5');
INSERT INTO "audit" VALUES(2,'2026-11-22T18:55:04.819966+00:00','170b1b62-726e-4547-b409-a286e7015a06','eaa4bab1-d440-45b5-b88b-a022d13a9884','add patient','patient','eaa4bab1-d440-45b5-b88b-a022d13a9884','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add patient","at":"2026-11-22T18:55:04.819966+00:00","deed_key":"eaa4bab1-d440-45b5-b88b-a022d13a9884","new":{"allergies":["penicillin","latex"],"allergies_asked":true,"birth_date":"1958-03-01","carer_contact":"daughter, 555 0100\nafter 17:00","diagnosis_site":"gallbladder","dpyd_date":"2026-02-01","dpyd_reason":"","dpyd_score":"1.5","dpyd_status":"done","dpyd_variants":["*1","c.2846A>T"],"drainage":"metal stent","ecog":1,"id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","identifiers":[["MRN","0042-118"],["Insurance","DE 7719"]],"interpreter":"Polish","language":"pl","liver_involvement":false,"medicines":["warfarin"],"name":"\u0141ukasz \u017b\u00f3\u0142kiewski","note":"eats little","reactions":["oxaliplatin: flushing, 2024"],"sex":"male"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":2,"subject":"patient","subject_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","why":""}','c0d4b484145546cf2b54c1c0d26b22ea54c0237b0334fec545323c4bb9ddbaf5','7b34f218824b79e223dd6e4281bf05442036b2b7e348ccfda3e3ba436f6767bf');
INSERT INTO "audit" VALUES(3,'2026-11-22T18:55:05.027091+00:00','170b1b62-726e-4547-b409-a286e7015a06','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','begin course','course','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"begin course","at":"2026-11-22T18:55:05.027091+00:00","deed_key":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","new":{"cumulative":{},"day1":"2026-03-02","earlier":[],"earlier_toxicities":"","end_reason":"","extent":"metastatic","first_cycle":1,"first_dose":"morning","id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","intent":"","line":"second","metastases":["liver","lung"],"options":{"ici":"pembrolizumab"},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","planned_cycles":8,"practice":"us","profile_sha256":"63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533","regimen_id":"ici-capox","regimen_sha256":"2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d","regimen_version":"0.1","starting_percent":{},"status":"active","surgery":"resection"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":3,"subject":"course","subject_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","why":""}','7b34f218824b79e223dd6e4281bf05442036b2b7e348ccfda3e3ba436f6767bf','76f36597ddf6aa8a9e9a2ef8dac75f3fd3532780299da168db7a83f6dcbd60e7');
INSERT INTO "audit" VALUES(4,'2026-11-22T18:55:06.218177+00:00','170b1b62-726e-4547-b409-a286e7015a06','77038993-4650-4c45-9524-c070d92ea71c','answer checklist','checklist_answer','77038993-4650-4c45-9524-c070d92ea71c','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.218177+00:00","deed_key":"77038993-4650-4c45-9524-c070d92ea71c","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"77038993-4650-4c45-9524-c070d92ea71c","item":"consent","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":4,"subject":"checklist_answer","subject_id":"77038993-4650-4c45-9524-c070d92ea71c","why":""}','76f36597ddf6aa8a9e9a2ef8dac75f3fd3532780299da168db7a83f6dcbd60e7','0dc5b2a8b6c611f417862d8a18e630f4967ad9e7470346f0ac6a022e0d36d4c2');
INSERT INTO "audit" VALUES(5,'2026-11-22T18:55:06.246136+00:00','170b1b62-726e-4547-b409-a286e7015a06','c7a66bc1-4241-4917-8736-6fe226c6d55e','answer checklist','checklist_answer','c7a66bc1-4241-4917-8736-6fe226c6d55e','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.246136+00:00","deed_key":"c7a66bc1-4241-4917-8736-6fe226c6d55e","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"c7a66bc1-4241-4917-8736-6fe226c6d55e","item":"allergies","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":5,"subject":"checklist_answer","subject_id":"c7a66bc1-4241-4917-8736-6fe226c6d55e","why":""}','0dc5b2a8b6c611f417862d8a18e630f4967ad9e7470346f0ac6a022e0d36d4c2','9d50e6e65ebfbad559e9a42eda2736d7dc81a106241d0d534201f441ecbd5479');
INSERT INTO "audit" VALUES(6,'2026-11-22T18:55:06.266424+00:00','170b1b62-726e-4547-b409-a286e7015a06','815eed81-d563-40a5-803d-8829b4d3c01a','answer checklist','checklist_answer','815eed81-d563-40a5-803d-8829b4d3c01a','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.266424+00:00","deed_key":"815eed81-d563-40a5-803d-8829b4d3c01a","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"815eed81-d563-40a5-803d-8829b4d3c01a","item":"hepatitis-b","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":6,"subject":"checklist_answer","subject_id":"815eed81-d563-40a5-803d-8829b4d3c01a","why":""}','9d50e6e65ebfbad559e9a42eda2736d7dc81a106241d0d534201f441ecbd5479','50a52f065da7cc35c356d55b9541205b58f2ba45b43697a3f927cd7e387d19fe');
INSERT INTO "audit" VALUES(7,'2026-11-22T18:55:06.285801+00:00','170b1b62-726e-4547-b409-a286e7015a06','779dee1e-665a-4a8c-a94a-f0240018cc3c','answer checklist','checklist_answer','779dee1e-665a-4a8c-a94a-f0240018cc3c','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.285801+00:00","deed_key":"779dee1e-665a-4a8c-a94a-f0240018cc3c","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"779dee1e-665a-4a8c-a94a-f0240018cc3c","item":"pregnancy","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":7,"subject":"checklist_answer","subject_id":"779dee1e-665a-4a8c-a94a-f0240018cc3c","why":""}','50a52f065da7cc35c356d55b9541205b58f2ba45b43697a3f927cd7e387d19fe','fa4a1b72288b7590ae430ae05dfa6118f484a89e9b933f0771cd8ed86d901a18');
INSERT INTO "audit" VALUES(8,'2026-11-22T18:55:06.302034+00:00','170b1b62-726e-4547-b409-a286e7015a06','03421dd0-33e0-4825-8d6d-9a8fcea1bca6','answer checklist','checklist_answer','03421dd0-33e0-4825-8d6d-9a8fcea1bca6','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.302034+00:00","deed_key":"03421dd0-33e0-4825-8d6d-9a8fcea1bca6","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"03421dd0-33e0-4825-8d6d-9a8fcea1bca6","item":"contraception","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":8,"subject":"checklist_answer","subject_id":"03421dd0-33e0-4825-8d6d-9a8fcea1bca6","why":""}','fa4a1b72288b7590ae430ae05dfa6118f484a89e9b933f0771cd8ed86d901a18','7ca3205d5cb1aae08704e6ffeeb7664f91b279449122ba272b7705be84b3fa3b');
INSERT INTO "audit" VALUES(9,'2026-11-22T18:55:06.310598+00:00','170b1b62-726e-4547-b409-a286e7015a06','e8af7db0-69e1-4613-aa3e-aa265c3af476','answer checklist','checklist_answer','e8af7db0-69e1-4613-aa3e-aa265c3af476','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.310598+00:00","deed_key":"e8af7db0-69e1-4613-aa3e-aa265c3af476","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"e8af7db0-69e1-4613-aa3e-aa265c3af476","item":"drainage","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":9,"subject":"checklist_answer","subject_id":"e8af7db0-69e1-4613-aa3e-aa265c3af476","why":""}','7ca3205d5cb1aae08704e6ffeeb7664f91b279449122ba272b7705be84b3fa3b','bd3e48dbb536444eaae2f5f857fe1312e343ca37174c226f79060319c1df4f6b');
INSERT INTO "audit" VALUES(10,'2026-11-22T18:55:06.328562+00:00','170b1b62-726e-4547-b409-a286e7015a06','bfeb4c44-511e-4c67-b680-c976f22b3ca2','answer checklist','checklist_answer','bfeb4c44-511e-4c67-b680-c976f22b3ca2','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.328562+00:00","deed_key":"bfeb4c44-511e-4c67-b680-c976f22b3ca2","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"bfeb4c44-511e-4c67-b680-c976f22b3ca2","item":"dpyd","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":10,"subject":"checklist_answer","subject_id":"bfeb4c44-511e-4c67-b680-c976f22b3ca2","why":""}','bd3e48dbb536444eaae2f5f857fe1312e343ca37174c226f79060319c1df4f6b','656f75ede758107ed97dca67ea9cb443f2b8a6a55afd750dc5d2030acaafb8dc');
INSERT INTO "audit" VALUES(11,'2026-11-22T18:55:06.341553+00:00','170b1b62-726e-4547-b409-a286e7015a06','013879ff-1ff1-43e8-9a8f-163c64be63fa','answer checklist','checklist_answer','013879ff-1ff1-43e8-9a8f-163c64be63fa','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.341553+00:00","deed_key":"013879ff-1ff1-43e8-9a8f-163c64be63fa","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"013879ff-1ff1-43e8-9a8f-163c64be63fa","item":"heart","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":11,"subject":"checklist_answer","subject_id":"013879ff-1ff1-43e8-9a8f-163c64be63fa","why":""}','656f75ede758107ed97dca67ea9cb443f2b8a6a55afd750dc5d2030acaafb8dc','6f57fbe7411b0f2af8460731df67a30abd0f19ca4f3662299585f5da3f5db846');
INSERT INTO "audit" VALUES(12,'2026-11-22T18:55:06.351014+00:00','170b1b62-726e-4547-b409-a286e7015a06','1f79c13c-8999-40f9-acdb-c58f7e0f8d07','answer checklist','checklist_answer','1f79c13c-8999-40f9-acdb-c58f7e0f8d07','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.351014+00:00","deed_key":"1f79c13c-8999-40f9-acdb-c58f7e0f8d07","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"1f79c13c-8999-40f9-acdb-c58f7e0f8d07","item":"electrolytes","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":12,"subject":"checklist_answer","subject_id":"1f79c13c-8999-40f9-acdb-c58f7e0f8d07","why":""}','6f57fbe7411b0f2af8460731df67a30abd0f19ca4f3662299585f5da3f5db846','c4735a4d871edf87bb574a25b0bc95d0c8ccbf35b056636b1eb4aed0cb7bb5a7');
INSERT INTO "audit" VALUES(13,'2026-11-22T18:55:06.369526+00:00','170b1b62-726e-4547-b409-a286e7015a06','83ebab36-75aa-4ae1-9777-53e0f2a6a14b','answer checklist','checklist_answer','83ebab36-75aa-4ae1-9777-53e0f2a6a14b','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.369526+00:00","deed_key":"83ebab36-75aa-4ae1-9777-53e0f2a6a14b","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"83ebab36-75aa-4ae1-9777-53e0f2a6a14b","item":"neuropathy","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":13,"subject":"checklist_answer","subject_id":"83ebab36-75aa-4ae1-9777-53e0f2a6a14b","why":""}','c4735a4d871edf87bb574a25b0bc95d0c8ccbf35b056636b1eb4aed0cb7bb5a7','5c4fe660e5eb71f0bb1f20840e91216059903644edf8e3f792b2f14f31f86e1f');
INSERT INTO "audit" VALUES(14,'2026-11-22T18:55:06.385872+00:00','170b1b62-726e-4547-b409-a286e7015a06','491c317a-10c4-43da-9575-d6a6a0476d1b','answer checklist','checklist_answer','491c317a-10c4-43da-9575-d6a6a0476d1b','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.385872+00:00","deed_key":"491c317a-10c4-43da-9575-d6a6a0476d1b","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"491c317a-10c4-43da-9575-d6a6a0476d1b","item":"inhibitor-tsh","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":14,"subject":"checklist_answer","subject_id":"491c317a-10c4-43da-9575-d6a6a0476d1b","why":""}','5c4fe660e5eb71f0bb1f20840e91216059903644edf8e3f792b2f14f31f86e1f','fc37993351d4c0580b4f2127a0d45ef11b6690fd0c487c04cecfaa9214a136f2');
INSERT INTO "audit" VALUES(15,'2026-11-22T18:55:06.413858+00:00','170b1b62-726e-4547-b409-a286e7015a06','45371dfe-ca75-4af1-92e3-ae686ba911e4','answer checklist','checklist_answer','45371dfe-ca75-4af1-92e3-ae686ba911e4','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.413858+00:00","deed_key":"45371dfe-ca75-4af1-92e3-ae686ba911e4","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"45371dfe-ca75-4af1-92e3-ae686ba911e4","item":"inhibitor-free-t4","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":15,"subject":"checklist_answer","subject_id":"45371dfe-ca75-4af1-92e3-ae686ba911e4","why":""}','fc37993351d4c0580b4f2127a0d45ef11b6690fd0c487c04cecfaa9214a136f2','5bc8965e354504e89d314ab445f701b05e4873cfdcc81c115f7301911297d25a');
INSERT INTO "audit" VALUES(16,'2026-11-22T18:55:06.450113+00:00','170b1b62-726e-4547-b409-a286e7015a06','aff820ae-83d3-4719-a7a3-67ba40b735f4','answer checklist','checklist_answer','aff820ae-83d3-4719-a7a3-67ba40b735f4','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.450113+00:00","deed_key":"aff820ae-83d3-4719-a7a3-67ba40b735f4","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"aff820ae-83d3-4719-a7a3-67ba40b735f4","item":"inhibitor-glucose","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":16,"subject":"checklist_answer","subject_id":"aff820ae-83d3-4719-a7a3-67ba40b735f4","why":""}','5bc8965e354504e89d314ab445f701b05e4873cfdcc81c115f7301911297d25a','be0408f3ad0fa571a5e7937f5e6b1f7a59c70d4e0539f6b4009d040124dc0410');
INSERT INTO "audit" VALUES(17,'2026-11-22T18:55:06.469606+00:00','170b1b62-726e-4547-b409-a286e7015a06','3d82e53d-4b64-4239-ac77-e1a732f21456','answer checklist','checklist_answer','3d82e53d-4b64-4239-ac77-e1a732f21456','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.469606+00:00","deed_key":"3d82e53d-4b64-4239-ac77-e1a732f21456","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"3d82e53d-4b64-4239-ac77-e1a732f21456","item":"inhibitor-cortisol","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":17,"subject":"checklist_answer","subject_id":"3d82e53d-4b64-4239-ac77-e1a732f21456","why":""}','be0408f3ad0fa571a5e7937f5e6b1f7a59c70d4e0539f6b4009d040124dc0410','cea29abecf5ff917ecad420b6cd0c72480798b71ecfacba8cbae8538cac4dadc');
INSERT INTO "audit" VALUES(18,'2026-11-22T18:55:06.483092+00:00','170b1b62-726e-4547-b409-a286e7015a06','f3245d1f-1307-4121-8799-b9782a00d3de','answer checklist','checklist_answer','f3245d1f-1307-4121-8799-b9782a00d3de','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.483092+00:00","deed_key":"f3245d1f-1307-4121-8799-b9782a00d3de","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"f3245d1f-1307-4121-8799-b9782a00d3de","item":"inhibitor-liver","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":18,"subject":"checklist_answer","subject_id":"f3245d1f-1307-4121-8799-b9782a00d3de","why":""}','cea29abecf5ff917ecad420b6cd0c72480798b71ecfacba8cbae8538cac4dadc','0777eade8059c4bd7a8778a811f713d1dc35e7138c6c5b7ce28e9013984d3432');
INSERT INTO "audit" VALUES(19,'2026-11-22T18:55:06.492334+00:00','170b1b62-726e-4547-b409-a286e7015a06','493a5be4-6d0e-4595-9c46-67f3e23f46fe','answer checklist','checklist_answer','493a5be4-6d0e-4595-9c46-67f3e23f46fe','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.492334+00:00","deed_key":"493a5be4-6d0e-4595-9c46-67f3e23f46fe","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"493a5be4-6d0e-4595-9c46-67f3e23f46fe","item":"inhibitor-liver-tumour","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":19,"subject":"checklist_answer","subject_id":"493a5be4-6d0e-4595-9c46-67f3e23f46fe","why":""}','0777eade8059c4bd7a8778a811f713d1dc35e7138c6c5b7ce28e9013984d3432','c09d19a7d8b748f8115e9223d37e3ca9d4032977264a4065cc233d3e6c8e8b66');
INSERT INTO "audit" VALUES(20,'2026-11-22T18:55:06.498313+00:00','170b1b62-726e-4547-b409-a286e7015a06','429051a7-a4b8-448d-b5d1-59a0c75baea7','answer checklist','checklist_answer','429051a7-a4b8-448d-b5d1-59a0c75baea7','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.498313+00:00","deed_key":"429051a7-a4b8-448d-b5d1-59a0c75baea7","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"429051a7-a4b8-448d-b5d1-59a0c75baea7","item":"inhibitor-heart","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":20,"subject":"checklist_answer","subject_id":"429051a7-a4b8-448d-b5d1-59a0c75baea7","why":""}','c09d19a7d8b748f8115e9223d37e3ca9d4032977264a4065cc233d3e6c8e8b66','7a4c9de32d7b93be814de074fc83d4d3c347773dcff1544dee505c61900cb3d0');
INSERT INTO "audit" VALUES(21,'2026-11-22T18:55:06.513444+00:00','170b1b62-726e-4547-b409-a286e7015a06','a0d901f0-e8ac-4b93-ba99-7d3fb252a329','answer checklist','checklist_answer','a0d901f0-e8ac-4b93-ba99-7d3fb252a329','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.513444+00:00","deed_key":"a0d901f0-e8ac-4b93-ba99-7d3fb252a329","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"a0d901f0-e8ac-4b93-ba99-7d3fb252a329","item":"inhibitor-oxygen","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":21,"subject":"checklist_answer","subject_id":"a0d901f0-e8ac-4b93-ba99-7d3fb252a329","why":""}','7a4c9de32d7b93be814de074fc83d4d3c347773dcff1544dee505c61900cb3d0','6de3f8543f5d5fafd5b801d386b93ee4b5fe04a7b6a4a2efb1a14aeafd3be196');
INSERT INTO "audit" VALUES(22,'2026-11-22T18:55:06.529749+00:00','170b1b62-726e-4547-b409-a286e7015a06','aec764a7-b4a7-4d71-aa82-c0bed9fa31c0','answer checklist','checklist_answer','aec764a7-b4a7-4d71-aa82-c0bed9fa31c0','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:06.529749+00:00","deed_key":"aec764a7-b4a7-4d71-aa82-c0bed9fa31c0","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"aec764a7-b4a7-4d71-aa82-c0bed9fa31c0","item":"autoimmune","on":"2026-03-02","reason":"","result":"done","value":"looked at"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":22,"subject":"checklist_answer","subject_id":"aec764a7-b4a7-4d71-aa82-c0bed9fa31c0","why":""}','6de3f8543f5d5fafd5b801d386b93ee4b5fe04a7b6a4a2efb1a14aeafd3be196','4e9ab105f74334fa6b74622d1338f04a4ef39310b1bc61c4c171a2eb1bbaad87');
INSERT INTO "audit" VALUES(23,'2026-11-22T18:55:06.568140+00:00','170b1b62-726e-4547-b409-a286e7015a06','765dbbc7-afd3-41a0-b8e9-07608f3a7c65','save settings','setting','a6d3a583-b661-528f-8685-d90bee26ab05',NULL,'{"action":"save settings","at":"2026-11-22T18:55:06.568140+00:00","deed_key":"765dbbc7-afd3-41a0-b8e9-07608f3a7c65","new":{"id":"a6d3a583-b661-528f-8685-d90bee26ab05","name":"site","value":{"chair_minutes":0,"closing_days":[],"country":"","ctcae_shown":"5.0","day_phone":"","first_dose":null,"language":"en","lock_minutes":10,"night_phone":"","paper":"a4","person_id":null,"policy":{},"practice":"","region":null,"set_up":false,"site_name":"","test_minutes":0,"text_scale":100,"theme":"system","travel_minutes":0}},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":23,"subject":"setting","subject_id":"a6d3a583-b661-528f-8685-d90bee26ab05","why":""}','4e9ab105f74334fa6b74622d1338f04a4ef39310b1bc61c4c171a2eb1bbaad87','372f32a1e3efd4017ebd2dcb02400365f5274de6b5f079900941b03b4efa4189');
INSERT INTO "audit" VALUES(24,'2026-11-22T18:55:06.577336+00:00','170b1b62-726e-4547-b409-a286e7015a06','76fb2f62-aa31-4357-bad4-7c62d4b63b45','change patient','patient','eaa4bab1-d440-45b5-b88b-a022d13a9884','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"change patient","at":"2026-11-22T18:55:06.577336+00:00","deed_key":"76fb2f62-aa31-4357-bad4-7c62d4b63b45","new":{"note":"changed"},"old":{"note":"eats little"},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":24,"subject":"patient","subject_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","why":"typed wrong"}','372f32a1e3efd4017ebd2dcb02400365f5274de6b5f079900941b03b4efa4189','a48829bc26c0db027e0cb89323c9021edd3f0f8472e7b3791e28ea43c0688063');
INSERT INTO "audit" VALUES(25,'2026-11-22T18:55:06.589331+00:00','170b1b62-726e-4547-b409-a286e7015a06','c3b196ed-0c65-4a96-bc3d-cc3db11ad22f','measure','measurement','c3b196ed-0c65-4a96-bc3d-cc3db11ad22f','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"measure","at":"2026-11-22T18:55:06.589331+00:00","deed_key":"c3b196ed-0c65-4a96-bc3d-cc3db11ad22f","new":{"confirmed":"","id":"c3b196ed-0c65-4a96-bc3d-cc3db11ad22f","kind":"weight_kg","on":"2026-03-02","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","value":"58.0"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":25,"subject":"measurement","subject_id":"c3b196ed-0c65-4a96-bc3d-cc3db11ad22f","why":""}','a48829bc26c0db027e0cb89323c9021edd3f0f8472e7b3791e28ea43c0688063','693fec13e24ced8c10d549c78022fe5a0a25540a52987e38cfed4fc2f4367130');
INSERT INTO "audit" VALUES(26,'2026-11-22T18:55:06.601519+00:00','170b1b62-726e-4547-b409-a286e7015a06','0d1caa09-3453-4fed-860a-f517c43cdecf','add lab','lab','0d1caa09-3453-4fed-860a-f517c43cdecf','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add lab","at":"2026-11-22T18:55:06.601519+00:00","deed_key":"0d1caa09-3453-4fed-860a-f517c43cdecf","new":{"analyte":"platelets","id":"0d1caa09-3453-4fed-860a-f517c43cdecf","lln":null,"on":"2026-03-02","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","uln":null,"unit":"10^9/L","value":"210"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":26,"subject":"lab","subject_id":"0d1caa09-3453-4fed-860a-f517c43cdecf","why":""}','693fec13e24ced8c10d549c78022fe5a0a25540a52987e38cfed4fc2f4367130','2a8b4d439268924a2de6356da5353baa0028fd9efa5c7b31258be1ad2e337b0b');
INSERT INTO "audit" VALUES(27,'2026-11-22T18:55:06.609869+00:00','170b1b62-726e-4547-b409-a286e7015a06','28c96c18-a534-4067-9539-e289c04668cd','keep draft','draft','28c96c18-a534-4067-9539-e289c04668cd','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"keep draft","at":"2026-11-22T18:55:06.609869+00:00","deed_key":"28c96c18-a534-4067-9539-e289c04668cd","new":{"answer_json":"sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126","case_json":"sha256:12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126","course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":2,"day1":"2026-03-23","id":"28c96c18-a534-4067-9539-e289c04668cd","open":true,"texts":"sha256:80c56260ea9293d53c4b5cc880b259cbb43bd4cc6bb161da2b7f39fe143b7221"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":27,"subject":"draft","subject_id":"28c96c18-a534-4067-9539-e289c04668cd","why":""}','2a8b4d439268924a2de6356da5353baa0028fd9efa5c7b31258be1ad2e337b0b','6f4ab0bd076267ee2fba53a281a4c8644f0adfce44ee30a74f17205d56c28c6f');
INSERT INTO "audit" VALUES(28,'2026-11-22T18:55:06.628337+00:00','170b1b62-726e-4547-b409-a286e7015a06','48dba4c9-cf58-4888-83e0-4d30174da53d','sign order','cycle_order','48dba4c9-cf58-4888-83e0-4d30174da53d','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"sign order","at":"2026-11-22T18:55:06.628337+00:00","deed_key":"48dba4c9-cf58-4888-83e0-4d30174da53d","new":{"answer_json":"sha256:d5e15fbe9e0a985298bc814998bd8ac1110da8088d991125faf1b6aa9328fdaa","case_json":"sha256:d9b8bbd54ca22b1434c01df4a293f3833fd81de01472c0f6fb7c7b8eda72a314","check_code":"5539-071F","course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"day1":"2026-03-02","decision_ids":[],"engine_version":"1","given_at":null,"given_on":null,"id":"48dba4c9-cf58-4888-83e0-4d30174da53d","overrides":{},"profile_sha256":"63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533","regimen_sha256":"2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d","revision":1,"signed_at":"2026-11-22T18:55:06.628337+00:00","signed_by":"Priya Raman","signed_by_id":"170b1b62-726e-4547-b409-a286e7015a06","signed_role":"pharmacist","state":"signed"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":28,"subject":"cycle_order","subject_id":"48dba4c9-cf58-4888-83e0-4d30174da53d","why":""}','6f4ab0bd076267ee2fba53a281a4c8644f0adfce44ee30a74f17205d56c28c6f','fd0b66fc49d82192c32884f3644953584024879e6eebd94d6212c468ae23950f');
INSERT INTO "audit" VALUES(29,'2026-11-22T18:55:06.697663+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275','cd66acbe-0080-48a8-92d8-66aa364b6275','add person','person','cd66acbe-0080-48a8-92d8-66aa364b6275',NULL,'{"action":"add person","at":"2026-11-22T18:55:06.697663+00:00","deed_key":"cd66acbe-0080-48a8-92d8-66aa364b6275","new":{"active":true,"id":"cd66acbe-0080-48a8-92d8-66aa364b6275","name":"Quentin Ash","role":"pharmacist"},"old":{},"patient_id":null,"person":"Quentin Ash","person_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","role":"pharmacist","seq":29,"subject":"person","subject_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","why":""}','fd0b66fc49d82192c32884f3644953584024879e6eebd94d6212c468ae23950f','d11e80c16bd6c2819aa9c80e1054fdaf04482710256c4a605cdfcb6cab100a0a');
INSERT INTO "audit" VALUES(30,'2026-11-22T18:55:06.703581+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275','fac84ec1-4497-4e2b-80f8-d6674148e904','verify order','signature','fac84ec1-4497-4e2b-80f8-d6674148e904','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"verify order","at":"2026-11-22T18:55:06.703581+00:00","deed_key":"fac84ec1-4497-4e2b-80f8-d6674148e904","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","differs":[],"id":"fac84ec1-4497-4e2b-80f8-d6674148e904","meaning":"verify","note":"","order_id":"48dba4c9-cf58-4888-83e0-4d30174da53d","outcome":"equal","signed_at":"2026-11-22T18:55:06.703581+00:00","signer":"Quentin Ash","signer_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","signer_role":"pharmacist","typed":"sha256:70878b32622551fdf73ee3ed4fdcf6bc6454b714b576b5e7823a6f2f48b0fdc1"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Quentin Ash","person_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","role":"pharmacist","seq":30,"subject":"signature","subject_id":"fac84ec1-4497-4e2b-80f8-d6674148e904","why":""}','d11e80c16bd6c2819aa9c80e1054fdaf04482710256c4a605cdfcb6cab100a0a','98b0efbdbfcfd11e07a545fb1f99f31ead64b76d0d58eed9532df3d68a026028');
INSERT INTO "audit" VALUES(31,'2026-11-22T18:55:06.774599+00:00','170b1b62-726e-4547-b409-a286e7015a06','8b6b344f-4714-46b5-8e40-c4463d99708e','administer','administration','8b6b344f-4714-46b5-8e40-c4463d99708e','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"administer","at":"2026-11-22T18:55:06.774599+00:00","deed_key":"8b6b344f-4714-46b5-8e40-c4463d99708e","new":{"access":"port","batches":[{"expiry":"2027-04-30","number":"OX4711"}],"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"cycle_day":1,"done":"","drug":"oxaliplatin","event":"none","given_by":"Priya Raman","given_by_id":"170b1b62-726e-4547-b409-a286e7015a06","given_mg":"210","given_role":"pharmacist","id":"8b6b344f-4714-46b5-8e40-c4463d99708e","note":"no complaint","on":"2026-03-02","order_id":"48dba4c9-cf58-4888-83e0-4d30174da53d","ordered_mg":"210","reason":"","signed_at":"2026-11-22T18:55:06.774599+00:00","site":"left chest","started":"09:30","stopped":"11:30","vital_signs":[{"at":"09:25","diastolic_mmhg":76,"pulse_per_min":78,"spo2_percent":97,"systolic_mmhg":128,"temperature_c":"36.8"},{"at":"11:35","pulse_per_min":80}],"withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":31,"subject":"administration","subject_id":"8b6b344f-4714-46b5-8e40-c4463d99708e","why":""}','98b0efbdbfcfd11e07a545fb1f99f31ead64b76d0d58eed9532df3d68a026028','617b455c584818cdd77c39634daf8b52e0ba3f247cc80fb6a1a8a2a3454b66f9');
INSERT INTO "audit" VALUES(32,'2026-11-22T18:55:06.801721+00:00','170b1b62-726e-4547-b409-a286e7015a06','d24a9ecd-766d-4aea-b29e-1b1fed8ac6a4','delay cycle','delay','d24a9ecd-766d-4aea-b29e-1b1fed8ac6a4','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"delay cycle","at":"2026-11-22T18:55:06.801721+00:00","deed_key":"d24a9ecd-766d-4aea-b29e-1b1fed8ac6a4","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":2,"days":7,"id":"d24a9ecd-766d-4aea-b29e-1b1fed8ac6a4","reason_code":"other","reason_text":"","shift":"all","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":32,"subject":"delay","subject_id":"d24a9ecd-766d-4aea-b29e-1b1fed8ac6a4","why":"other"}','617b455c584818cdd77c39634daf8b52e0ba3f247cc80fb6a1a8a2a3454b66f9','eb54002177a971347bec5e1ecb38e096ced7caa2a7633c9f5cae7a7d0dc23356');
INSERT INTO "audit" VALUES(33,'2026-11-22T18:55:06.882943+00:00','170b1b62-726e-4547-b409-a286e7015a06','3a128f64-02db-4269-b359-4048f3ab5d97','hold drug','hold','3a128f64-02db-4269-b359-4048f3ab5d97','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"hold drug","at":"2026-11-22T18:55:06.882943+00:00","deed_key":"3a128f64-02db-4269-b359-4048f3ab5d97","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","drug":"pembrolizumab","end":null,"end_why":"","id":"3a128f64-02db-4269-b359-4048f3ab5d97","reason_code":"other","reason_text":"","start":"2026-03-02","stop":false,"withdrawn":false},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":33,"subject":"hold","subject_id":"3a128f64-02db-4269-b359-4048f3ab5d97","why":"other"}','eb54002177a971347bec5e1ecb38e096ced7caa2a7633c9f5cae7a7d0dc23356','08e00ca03602d3365f3d0a8bb9d59cd47fed390f11ec5c12deea87072e1e42f9');
INSERT INTO "audit" VALUES(34,'2026-11-22T18:55:06.961835+00:00','170b1b62-726e-4547-b409-a286e7015a06','29da6d87-85aa-4654-93fa-2e6f37350030','record print','print','29da6d87-85aa-4654-93fa-2e6f37350030','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"record print","at":"2026-11-22T18:55:06.961835+00:00","deed_key":"29da6d87-85aa-4654-93fa-2e6f37350030","new":{"check_code":"AB12-CD34","copies":1,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","course_json":"sha256:c89a148be40e6752261e3038609a4b68de22fa3bfdaf32f884edffb8480b9bbe","cycle":1,"id":"29da6d87-85aa-4654-93fa-2e6f37350030","language":"en","large_print":false,"order_id":null,"paper":"a4","revision":1,"sha256":"0000000000000000000000000000000000000000000000000000000000000000","valid":true},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":34,"subject":"print","subject_id":"29da6d87-85aa-4654-93fa-2e6f37350030","why":""}','08e00ca03602d3365f3d0a8bb9d59cd47fed390f11ec5c12deea87072e1e42f9','d4fe61a2562f66a1c11dc6705d7c47cfa008f8357c526fec9919d74a1cdac84c');
INSERT INTO "audit" VALUES(35,'2026-11-22T18:55:06.979621+00:00','170b1b62-726e-4547-b409-a286e7015a06','48415155-10c6-46fc-82fe-c526ae06a6a2','open visit','visit','48415155-10c6-46fc-82fe-c526ae06a6a2','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"open visit","at":"2026-11-22T18:55:06.979621+00:00","deed_key":"48415155-10c6-46fc-82fe-c526ae06a6a2","new":{"any_event":null,"asked_not_present":[],"complete":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"cycle_day":22,"diastolic_mmhg":null,"doses_told":{},"ecog":null,"id":"48415155-10c6-46fc-82fe-c526ae06a6a2","new_medicines":[],"note":"","on":"2026-03-23","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","patient_reported":{},"pulse_per_min":null,"spo2_percent":null,"systolic_mmhg":null,"tablets_cycle":null,"tablets_returned":{},"temperature_c":null,"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","weight_confirmed":"","weight_kg":null},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":35,"subject":"visit","subject_id":"48415155-10c6-46fc-82fe-c526ae06a6a2","why":""}','d4fe61a2562f66a1c11dc6705d7c47cfa008f8357c526fec9919d74a1cdac84c','8be1dc5798ff3b40fd53bd5f5f227f46952adeb3e7f544c9e7397c8cea4bb243');
INSERT INTO "audit" VALUES(36,'2026-11-22T18:55:07.006102+00:00','170b1b62-726e-4547-b409-a286e7015a06','c8161d02-82b1-4a2f-aee2-69c35a437ed8','complete visit','visit','48415155-10c6-46fc-82fe-c526ae06a6a2','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete visit","at":"2026-11-22T18:55:07.006102+00:00","deed_key":"c8161d02-82b1-4a2f-aee2-69c35a437ed8","new":{"any_event":true,"asked_not_present":["Nausea","Vomiting"],"complete":true,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"cycle_day":22,"diastolic_mmhg":76,"doses_told":{"last_day":9,"last_part":"morning","omitted":0,"words":"stop until we call"},"ecog":2,"id":"48415155-10c6-46fc-82fe-c526ae06a6a2","new_medicines":["phenytoin"],"note":"walks\nwith a stick","on":"2026-03-23","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","patient_reported":{"fatigue":0,"numbness":2},"pulse_per_min":78,"spo2_percent":97,"systolic_mmhg":128,"tablets_cycle":1,"tablets_returned":{"150":12,"500":36},"temperature_c":"36.80","texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","weight_confirmed":"57.60","weight_kg":"57.60"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":36,"subject":"visit","subject_id":"48415155-10c6-46fc-82fe-c526ae06a6a2","why":""}','8be1dc5798ff3b40fd53bd5f5f227f46952adeb3e7f544c9e7397c8cea4bb243','e9ade7fe178ab69bb8dc190fc3a10e1b469b3be824e4672fd92c1b16f2c2be77');
INSERT INTO "audit" VALUES(37,'2026-11-22T18:55:07.006102+00:00','170b1b62-726e-4547-b409-a286e7015a06','c8161d02-82b1-4a2f-aee2-69c35a437ed8','complete visit','measurement','58b64b8a-6885-57a9-adb0-bfac8767b36f','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete visit","at":"2026-11-22T18:55:07.006102+00:00","deed_key":"c8161d02-82b1-4a2f-aee2-69c35a437ed8","new":{"confirmed":"57.60","id":"58b64b8a-6885-57a9-adb0-bfac8767b36f","kind":"weight_kg","on":"2026-03-23","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","value":"57.60"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":37,"subject":"measurement","subject_id":"58b64b8a-6885-57a9-adb0-bfac8767b36f","why":""}','e9ade7fe178ab69bb8dc190fc3a10e1b469b3be824e4672fd92c1b16f2c2be77','bdae107b47afd734e247cfcf0d60433af55d5957218a913716b2ef40259f1aed');
INSERT INTO "audit" VALUES(38,'2026-11-22T18:55:07.006102+00:00','170b1b62-726e-4547-b409-a286e7015a06','c8161d02-82b1-4a2f-aee2-69c35a437ed8','complete visit','patient','eaa4bab1-d440-45b5-b88b-a022d13a9884','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete visit","at":"2026-11-22T18:55:07.006102+00:00","deed_key":"c8161d02-82b1-4a2f-aee2-69c35a437ed8","new":{"ecog":2,"medicines":["warfarin","phenytoin"]},"old":{"ecog":1,"medicines":["warfarin"]},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":38,"subject":"patient","subject_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","why":""}','bdae107b47afd734e247cfcf0d60433af55d5957218a913716b2ef40259f1aed','3a07844e9e7fd6104d008d05a0352b0eac79d95dd07997b35c42abfaca2be3eb');
INSERT INTO "audit" VALUES(39,'2026-11-22T18:55:07.029907+00:00','170b1b62-726e-4547-b409-a286e7015a06','abb428b8-2a63-4d0c-a8a4-6e59de6913ae','report event','adverse_event','abb428b8-2a63-4d0c-a8a4-6e59de6913ae','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"report event","at":"2026-11-22T18:55:07.029907+00:00","deed_key":"abb428b8-2a63-4d0c-a8a4-6e59de6913ae","new":{"actions":{"capecitabine":"DRUG INTERRUPTED","pembrolizumab":"DRUG INTERRUPTED"},"answers":{"needs_systemic_immunosuppression":"no","steroid_mg_day":"7.5"},"attribution":{"capecitabine":4,"disease":1,"pembrolizumab":3},"baseline_grade":0,"before_infusion":null,"cause":"capecitabine","cause_named_by":"Priya Raman","code":"10012727","course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","criteria":["admission"],"ctcae_version":"5.0","cycle":1,"cycle_day":19,"dose_limiting":true,"elsewhere":false,"end":"","expected":true,"grades":[{"by":"Priya Raman","evidence":"","grade":2,"on":"2026-03-20"},{"by":"Priya Raman","evidence":"","grade":3,"on":"2026-03-21"}],"highest_grade":3,"id":"abb428b8-2a63-4d0c-a8a4-6e59de6913ae","immune":"unsure","location":"","note":"lives alone","number":1,"ongoing":true,"other_action":"stool culture","outcome":"RECOVERING/RESOLVING","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","present_at_baseline":false,"reported_on":"2026-03-22","reported_words":"running all day\nand night","serious":true,"soc":"Gastrointestinal disorders","specify":"","start":"2026-03-20","steroid":{"end":null,"peak_mg_kg":"1.0","start":"2026-03-22"},"term":"Diarrhea","treated":true,"treatment":"loperamide","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":39,"subject":"adverse_event","subject_id":"abb428b8-2a63-4d0c-a8a4-6e59de6913ae","why":""}','3a07844e9e7fd6104d008d05a0352b0eac79d95dd07997b35c42abfaca2be3eb','93affff0365b03f4b827ed1ac59519c0f9f1fa83d766184c08e6b838d6e8c1e2');
INSERT INTO "audit" VALUES(40,'2026-11-22T18:55:07.057567+00:00','170b1b62-726e-4547-b409-a286e7015a06','66583e35-47c8-430a-b326-e1af49188ed0','answer checklist','checklist_answer','66583e35-47c8-430a-b326-e1af49188ed0','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"answer checklist","at":"2026-11-22T18:55:07.057567+00:00","deed_key":"66583e35-47c8-430a-b326-e1af49188ed0","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"id":"66583e35-47c8-430a-b326-e1af49188ed0","item":"consent","on":"2026-03-02","reason":"","result":"done","value":"signed on paper"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":40,"subject":"checklist_answer","subject_id":"66583e35-47c8-430a-b326-e1af49188ed0","why":""}','93affff0365b03f4b827ed1ac59519c0f9f1fa83d766184c08e6b838d6e8c1e2','c832be044cdb12570f346a5d646d92a74dd97fc17c00baa6c49e71c6757484ad');
INSERT INTO "audit" VALUES(41,'2026-11-22T18:55:07.072459+00:00','170b1b62-726e-4547-b409-a286e7015a06','de32d164-5e29-49e6-9d33-a3e22ddd0960','go ahead','go_ahead','de32d164-5e29-49e6-9d33-a3e22ddd0960','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"go ahead","at":"2026-11-22T18:55:07.072459+00:00","deed_key":"de32d164-5e29-49e6-9d33-a3e22ddd0960","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":2,"cycle_day":1,"for_day":"2026-03-23","id":"de32d164-5e29-49e6-9d33-a3e22ddd0960","note":"","on":"2026-03-23","way":"telephone","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":41,"subject":"go_ahead","subject_id":"de32d164-5e29-49e6-9d33-a3e22ddd0960","why":""}','c832be044cdb12570f346a5d646d92a74dd97fc17c00baa6c49e71c6757484ad','c8d908e3cbfd5e5cc4cddd0e6ffd553441e67d67dced515f4ed3e1e040d4268a');
INSERT INTO "audit" VALUES(42,'2026-11-22T18:55:07.094682+00:00','170b1b62-726e-4547-b409-a286e7015a06','18fca827-79a3-4182-88ac-15785a382a51','hold as proposed','decision','18fca827-79a3-4182-88ac-15785a382a51','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"hold as proposed","at":"2026-11-22T18:55:07.094682+00:00","deed_key":"18fca827-79a3-4182-88ac-15785a382a51","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":2,"decided_by":"Priya Raman","decided_role":"pharmacist","drug":"capecitabine","event_ids":["abb428b8-2a63-4d0c-a8a4-6e59de6913ae"],"hold_from":null,"hold_id":null,"hold_until":null,"id":"18fca827-79a3-4182-88ac-15785a382a51","level":null,"percent":null,"proposal_json":"sha256:69457cbaaacc768b69ce16c65bc1b93687b931428a41ad47f3c55f3be0f0c2f9","reason":"","reason_code":"diarrhoea","rule_ids":["r"],"starting_percent":null,"stop_from":null,"taken":"accept","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":42,"subject":"decision","subject_id":"18fca827-79a3-4182-88ac-15785a382a51","why":"diarrhoea"}','c8d908e3cbfd5e5cc4cddd0e6ffd553441e67d67dced515f4ed3e1e040d4268a','e04d601cf81fa11712b8353d171725a921eda7a5e77ed5534a6323cca08b23fb');
INSERT INTO "audit" VALUES(43,'2026-11-22T18:55:07.117895+00:00','170b1b62-726e-4547-b409-a286e7015a06','7bc8b547-e36d-4f81-9c03-0a11559957e6','dispense','dispensed','7bc8b547-e36d-4f81-9c03-0a11559957e6','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"dispense","at":"2026-11-22T18:55:07.117895+00:00","deed_key":"7bc8b547-e36d-4f81-9c03-0a11559957e6","new":{"batch":"XT7731","course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"drug":"capecitabine","expiry":"2027-04-30","id":"7bc8b547-e36d-4f81-9c03-0a11559957e6","leftover":false,"on":"2026-03-02","packs":1,"reason":"","strength_mg":"500","tablets":84,"withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":43,"subject":"dispensed","subject_id":"7bc8b547-e36d-4f81-9c03-0a11559957e6","why":""}','e04d601cf81fa11712b8353d171725a921eda7a5e77ed5534a6323cca08b23fb','c8b7e76346f3ff97dc2a2f64adecdaf9f9041182594c1f31a5e403a5f0b4539e');
INSERT INTO "audit" VALUES(44,'2026-11-22T18:55:07.134362+00:00','170b1b62-726e-4547-b409-a286e7015a06','c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12','hold drug','hold','c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"hold drug","at":"2026-11-22T18:55:07.134362+00:00","deed_key":"c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12","new":{"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","drug":"capecitabine","end":null,"end_why":"","from_slot":"pm","id":"c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12","reason_code":"diarrhoea","reason_text":"grade 3","start":"2026-03-10","stop":false,"withdrawn":false},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":44,"subject":"hold","subject_id":"c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12","why":"grade 3"}','c8b7e76346f3ff97dc2a2f64adecdaf9f9041182594c1f31a5e403a5f0b4539e','8a122c311aa57fe0ecd661163b687a0b1d0d57b1b09c2ceed61cde0cd32fe61a');
INSERT INTO "audit" VALUES(45,'2026-11-22T18:55:07.134362+00:00','170b1b62-726e-4547-b409-a286e7015a06','c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12','hold drug','print','29da6d87-85aa-4654-93fa-2e6f37350030','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"hold drug","at":"2026-11-22T18:55:07.134362+00:00","deed_key":"c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12","new":{"valid":false},"old":{"valid":true},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":45,"subject":"print","subject_id":"29da6d87-85aa-4654-93fa-2e6f37350030","why":"grade 3"}','8a122c311aa57fe0ecd661163b687a0b1d0d57b1b09c2ceed61cde0cd32fe61a','97410438dfbecfd0ca6b5fbc97151e6b5432c2914b7a7b0d5bfe1a817c83f430');
INSERT INTO "audit" VALUES(46,'2026-11-22T18:55:07.265961+00:00','170b1b62-726e-4547-b409-a286e7015a06','9d9e1f02-d3db-4510-a7bf-2bae60d296c7','restart drug','restart','9d9e1f02-d3db-4510-a7bf-2bae60d296c7','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"restart drug","at":"2026-11-22T18:55:07.265961+00:00","deed_key":"9d9e1f02-d3db-4510-a7bf-2bae60d296c7","new":{"answer_json":"sha256:863f429c8ee947da322ee09cfce779b2ac163ccc7cf9a84438615f721058088f","case_json":"sha256:9601199ecc65f4af4168b09a6e4689e7e9a445153bd073a2e385376b0f5deabe","check_code":"F689-BFC5","course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","cycle":1,"decision_ids":["18fca827-79a3-4182-88ac-15785a382a51"],"drug":"capecitabine","engine_version":"3","from_day":"2026-03-13","from_slot":"am","held_to":null,"held_to_slot":null,"hold_id":"c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12","id":"9d9e1f02-d3db-4510-a7bf-2bae60d296c7","level":null,"order_id":"48dba4c9-cf58-4888-83e0-4d30174da53d","overrides":{"dpyd-missing:capecitabine":"tested elsewhere"},"percent":"75","profile_sha256":"63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533","reason":"diarrhoea down to grade 1","regimen_sha256":"2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d","signed_at":"2026-11-22T18:55:07.265961+00:00","signed_by":"Priya Raman","signed_by_id":"170b1b62-726e-4547-b409-a286e7015a06","signed_role":"pharmacist","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":46,"subject":"restart","subject_id":"9d9e1f02-d3db-4510-a7bf-2bae60d296c7","why":"diarrhoea down to grade 1"}','97410438dfbecfd0ca6b5fbc97151e6b5432c2914b7a7b0d5bfe1a817c83f430','16f4ffea8d42be1534df22b52685b05ce2ad3a5ddc158cbaa34d4a3c5c2c8747');
INSERT INTO "audit" VALUES(47,'2026-11-22T18:55:07.265961+00:00','170b1b62-726e-4547-b409-a286e7015a06','9d9e1f02-d3db-4510-a7bf-2bae60d296c7','restart drug','hold','c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"restart drug","at":"2026-11-22T18:55:07.265961+00:00","deed_key":"9d9e1f02-d3db-4510-a7bf-2bae60d296c7","new":{"end":"2026-03-12","end_why":"diarrhoea down to grade 1"},"old":{"end":null,"end_why":""},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":47,"subject":"hold","subject_id":"c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12","why":"diarrhoea down to grade 1"}','16f4ffea8d42be1534df22b52685b05ce2ad3a5ddc158cbaa34d4a3c5c2c8747','2f086428037136a2babc1d4a0243c5997db33922ec81d392503c50633b50afc3');
INSERT INTO "audit" VALUES(48,'2026-11-22T18:55:07.453879+00:00','170b1b62-726e-4547-b409-a286e7015a06','499447dd-c8b8-413d-8b84-be124062ed98','import labs','lab_import','499447dd-c8b8-413d-8b84-be124062ed98','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"import labs","at":"2026-11-22T18:55:07.453879+00:00","deed_key":"499447dd-c8b8-413d-8b84-be124062ed98","new":{"choices":{"PLT":"platelets"},"id":"499447dd-c8b8-413d-8b84-be124062ed98","labs":["2eac1769-b29b-49a9-9b51-7017efc1dbd7"],"messages":[{"control_id":"MF","sender":"LAB","sent_at":"20260323081500","sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}],"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":48,"subject":"lab_import","subject_id":"499447dd-c8b8-413d-8b84-be124062ed98","why":""}','2f086428037136a2babc1d4a0243c5997db33922ec81d392503c50633b50afc3','53ef00ecc10fc7d8ca41c8f8ff0d0994d853ebb95d3384c01bff993e6885731d');
INSERT INTO "audit" VALUES(49,'2026-11-22T18:55:07.453879+00:00','170b1b62-726e-4547-b409-a286e7015a06','499447dd-c8b8-413d-8b84-be124062ed98','import labs','lab','2eac1769-b29b-49a9-9b51-7017efc1dbd7','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"import labs","at":"2026-11-22T18:55:07.453879+00:00","deed_key":"499447dd-c8b8-413d-8b84-be124062ed98","new":{"analyte":"platelets","id":"2eac1769-b29b-49a9-9b51-7017efc1dbd7","import_id":"499447dd-c8b8-413d-8b84-be124062ed98","lln":"150","on":"2026-03-23","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","status":"F","taken_at":"2026-03-23T07:50","uln":"400","unit":"10^9/L","value":"187"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":49,"subject":"lab","subject_id":"2eac1769-b29b-49a9-9b51-7017efc1dbd7","why":""}','53ef00ecc10fc7d8ca41c8f8ff0d0994d853ebb95d3384c01bff993e6885731d','fb21185ce5ab7dcd2d6addd0528cac9553addd4615ac3702902d7e39597576d5');
INSERT INTO "audit" VALUES(50,'2026-11-22T18:55:07.482082+00:00','170b1b62-726e-4547-b409-a286e7015a06','3a806616-4ecf-4e20-82c4-eb0f006f780b','import labs','lab_import','3a806616-4ecf-4e20-82c4-eb0f006f780b','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"import labs","at":"2026-11-22T18:55:07.482082+00:00","deed_key":"3a806616-4ecf-4e20-82c4-eb0f006f780b","new":{"choices":{"PLT":"platelets"},"id":"3a806616-4ecf-4e20-82c4-eb0f006f780b","labs":["5911725b-844d-4158-b415-939912aebb4c"],"messages":[{"control_id":"MC","sender":"LAB","sent_at":"20260323081500","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}],"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":50,"subject":"lab_import","subject_id":"3a806616-4ecf-4e20-82c4-eb0f006f780b","why":""}','fb21185ce5ab7dcd2d6addd0528cac9553addd4615ac3702902d7e39597576d5','210c11c525e595eb30219b1a3eb5df3a09fffdd739c0ef2e0b7bb19546fe1ee3');
INSERT INTO "audit" VALUES(51,'2026-11-22T18:55:07.482082+00:00','170b1b62-726e-4547-b409-a286e7015a06','3a806616-4ecf-4e20-82c4-eb0f006f780b','import labs','lab','5911725b-844d-4158-b415-939912aebb4c','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"import labs","at":"2026-11-22T18:55:07.482082+00:00","deed_key":"3a806616-4ecf-4e20-82c4-eb0f006f780b","new":{"analyte":"platelets","id":"5911725b-844d-4158-b415-939912aebb4c","import_id":"3a806616-4ecf-4e20-82c4-eb0f006f780b","lln":"150","on":"2026-03-23","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","status":"C","taken_at":"2026-03-23T07:50","uln":"400","unit":"10^9/L","value":"178"},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":51,"subject":"lab","subject_id":"5911725b-844d-4158-b415-939912aebb4c","why":""}','210c11c525e595eb30219b1a3eb5df3a09fffdd739c0ef2e0b7bb19546fe1ee3','6174bc914b249de48951a7070bc27e83ab5afc541e0374babb554703b5748158');
INSERT INTO "audit" VALUES(52,'2026-11-22T18:55:07.482082+00:00','170b1b62-726e-4547-b409-a286e7015a06','3a806616-4ecf-4e20-82c4-eb0f006f780b','import labs','lab','2eac1769-b29b-49a9-9b51-7017efc1dbd7','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"import labs","at":"2026-11-22T18:55:07.482082+00:00","deed_key":"3a806616-4ecf-4e20-82c4-eb0f006f780b","new":{"superseded_by_id":"5911725b-844d-4158-b415-939912aebb4c"},"old":{"superseded_by_id":null},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":52,"subject":"lab","subject_id":"2eac1769-b29b-49a9-9b51-7017efc1dbd7","why":""}','6174bc914b249de48951a7070bc27e83ab5afc541e0374babb554703b5748158','1e647211093969d7be3895edb9728c239c9feeba552168bca72b1d095b6189f0');
INSERT INTO "audit" VALUES(53,'2026-11-22T18:55:07.509874+00:00','170b1b62-726e-4547-b409-a286e7015a06','b9305758-7664-4e9c-882f-8ce223c0e93f','add lesion','lesion','b9305758-7664-4e9c-882f-8ce223c0e93f','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add lesion","at":"2026-11-22T18:55:07.509874+00:00","deed_key":"b9305758-7664-4e9c-882f-8ce223c0e93f","new":{"chest_film":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","id":"b9305758-7664-4e9c-882f-8ce223c0e93f","kind":"non-node","name":"T1","organ":"liver","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","place":"segment 7","role":"target","slice_mm":"5.0","unfit":"","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":53,"subject":"lesion","subject_id":"b9305758-7664-4e9c-882f-8ce223c0e93f","why":""}','1e647211093969d7be3895edb9728c239c9feeba552168bca72b1d095b6189f0','c7d919c91fe9cd86d8c2f864237089b7788f23818886a095d42265b82d274fa9');
INSERT INTO "audit" VALUES(54,'2026-11-22T18:55:07.545746+00:00','170b1b62-726e-4547-b409-a286e7015a06','f0a4d9b1-1ee7-4260-abd0-8444aae3477d','add lesion','lesion','f0a4d9b1-1ee7-4260-abd0-8444aae3477d','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add lesion","at":"2026-11-22T18:55:07.545746+00:00","deed_key":"f0a4d9b1-1ee7-4260-abd0-8444aae3477d","new":{"chest_film":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","id":"f0a4d9b1-1ee7-4260-abd0-8444aae3477d","kind":"non-node","name":"T2","organ":"liver","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","place":"segment 4","role":"target","slice_mm":null,"unfit":"","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":54,"subject":"lesion","subject_id":"f0a4d9b1-1ee7-4260-abd0-8444aae3477d","why":""}','c7d919c91fe9cd86d8c2f864237089b7788f23818886a095d42265b82d274fa9','d500853c56436b4fe88b3b05f9843deb68d5ece6366f2537ac56fe125046da2d');
INSERT INTO "audit" VALUES(55,'2026-11-22T18:55:07.563647+00:00','170b1b62-726e-4547-b409-a286e7015a06','63ea29a2-477c-4298-8abf-27da9a100553','add lesion','lesion','63ea29a2-477c-4298-8abf-27da9a100553','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add lesion","at":"2026-11-22T18:55:07.563647+00:00","deed_key":"63ea29a2-477c-4298-8abf-27da9a100553","new":{"chest_film":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","id":"63ea29a2-477c-4298-8abf-27da9a100553","kind":"node","name":"T3","organ":"portal node","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","place":"","role":"target","slice_mm":null,"unfit":"","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":55,"subject":"lesion","subject_id":"63ea29a2-477c-4298-8abf-27da9a100553","why":""}','d500853c56436b4fe88b3b05f9843deb68d5ece6366f2537ac56fe125046da2d','7b8be1ff60a0059703ad4f712deb1a9045345eba385a522432e13aaf83c51e5c');
INSERT INTO "audit" VALUES(56,'2026-11-22T18:55:07.586117+00:00','170b1b62-726e-4547-b409-a286e7015a06','319ebe1c-25f7-4203-8594-a54855940464','add lesion','lesion','319ebe1c-25f7-4203-8594-a54855940464','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add lesion","at":"2026-11-22T18:55:07.586117+00:00","deed_key":"319ebe1c-25f7-4203-8594-a54855940464","new":{"chest_film":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","id":"319ebe1c-25f7-4203-8594-a54855940464","kind":"non-node","name":"N1","organ":"peritoneum","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","place":"","role":"nontarget","slice_mm":null,"unfit":"fluid","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":56,"subject":"lesion","subject_id":"319ebe1c-25f7-4203-8594-a54855940464","why":""}','7b8be1ff60a0059703ad4f712deb1a9045345eba385a522432e13aaf83c51e5c','ad02b300ff0ed662d4b2cd4954c13d18a1aac383df25d6c2660a7082ca14f624');
INSERT INTO "audit" VALUES(57,'2026-11-22T18:55:07.605693+00:00','170b1b62-726e-4547-b409-a286e7015a06','6d4c1b01-8c0a-431e-9774-1f78e902f609','open scan','scan','6d4c1b01-8c0a-431e-9774-1f78e902f609','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"open scan","at":"2026-11-22T18:55:07.605693+00:00","deed_key":"6d4c1b01-8c0a-431e-9774-1f78e902f609","new":{"baseline":true,"complete":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"6d4c1b01-8c0a-431e-9774-1f78e902f609","marker":"","method":"","new_lesion":"","new_lesions":{},"nontarget_grew":false,"nontargets":{},"note":"","on":null,"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"","replaced":false,"replaces_id":null,"revision":1,"targets":{},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":57,"subject":"scan","subject_id":"6d4c1b01-8c0a-431e-9774-1f78e902f609","why":""}','ad02b300ff0ed662d4b2cd4954c13d18a1aac383df25d6c2660a7082ca14f624','9bf00c5db33bb1505a38a7467fb13f3ce703d092895b2a82cc5009be7ca2a1cf');
INSERT INTO "audit" VALUES(58,'2026-11-22T18:55:07.637642+00:00','170b1b62-726e-4547-b409-a286e7015a06','8d46bb71-f3c3-4571-8dba-1ab0fc4e76a5','complete scan','scan','6d4c1b01-8c0a-431e-9774-1f78e902f609','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete scan","at":"2026-11-22T18:55:07.637642+00:00","deed_key":"8d46bb71-f3c3-4571-8dba-1ab0fc4e76a5","new":{"baseline":true,"complete":true,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"6d4c1b01-8c0a-431e-9774-1f78e902f609","marker":"not_reported","method":"ct","new_lesion":"none","new_lesions":{},"nontarget_grew":false,"nontargets":{"319ebe1c-25f7-4203-8594-a54855940464":"present"},"note":"","on":"2026-02-23","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"","replaced":false,"replaces_id":null,"revision":1,"targets":{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["20"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["40"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["24.0"],"state":"measured"}},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":58,"subject":"scan","subject_id":"6d4c1b01-8c0a-431e-9774-1f78e902f609","why":""}','9bf00c5db33bb1505a38a7467fb13f3ce703d092895b2a82cc5009be7ca2a1cf','d436735ed27f527fff92ea9240eb73cd68f57fe4a05b86cc2586618b7f5f6656');
INSERT INTO "audit" VALUES(59,'2026-11-22T18:55:07.669622+00:00','170b1b62-726e-4547-b409-a286e7015a06','4b0fdd5e-a9f4-4cfb-947b-9f41a8759022','open scan','scan','4b0fdd5e-a9f4-4cfb-947b-9f41a8759022','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"open scan","at":"2026-11-22T18:55:07.669622+00:00","deed_key":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","new":{"baseline":false,"complete":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","marker":"","method":"","new_lesion":"","new_lesions":{},"nontarget_grew":false,"nontargets":{},"note":"","on":null,"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"","replaced":false,"replaces_id":null,"revision":1,"targets":{},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":59,"subject":"scan","subject_id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","why":""}','d436735ed27f527fff92ea9240eb73cd68f57fe4a05b86cc2586618b7f5f6656','5f76a0c9354598416b8098f068ebc9165b0f88b84cd1d7fe47732ecc3c12f90f');
INSERT INTO "audit" VALUES(60,'2026-11-22T18:55:07.694163+00:00','170b1b62-726e-4547-b409-a286e7015a06','832cf74f-4566-4129-aade-ad153d042dd5','complete scan','scan','4b0fdd5e-a9f4-4cfb-947b-9f41a8759022','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete scan","at":"2026-11-22T18:55:07.694163+00:00","deed_key":"832cf74f-4566-4129-aade-ad153d042dd5","new":{"baseline":false,"complete":true,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","marker":"not_reported","method":"ct","new_lesion":"none","new_lesions":{},"nontarget_grew":false,"nontargets":{"319ebe1c-25f7-4203-8594-a54855940464":"present"},"note":"","on":"2026-04-13","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"","replaced":false,"replaces_id":null,"revision":1,"targets":{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["12"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["26"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["14"],"state":"measured"}},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":60,"subject":"scan","subject_id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","why":""}','5f76a0c9354598416b8098f068ebc9165b0f88b84cd1d7fe47732ecc3c12f90f','fcaafe7203165240e000dd0a3523b2829e3510616ac468e477f76ae1a7d4d258');
INSERT INTO "audit" VALUES(61,'2026-11-22T18:55:07.717733+00:00','170b1b62-726e-4547-b409-a286e7015a06','24c40d7d-17bd-4a69-ac13-31323d061a9c','add lesion','lesion','24c40d7d-17bd-4a69-ac13-31323d061a9c','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"add lesion","at":"2026-11-22T18:55:07.717733+00:00","deed_key":"24c40d7d-17bd-4a69-ac13-31323d061a9c","new":{"chest_film":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","id":"24c40d7d-17bd-4a69-ac13-31323d061a9c","kind":"non-node","name":"X1","organ":"lung","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","place":"left lower lobe","role":"new","slice_mm":null,"unfit":"","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":61,"subject":"lesion","subject_id":"24c40d7d-17bd-4a69-ac13-31323d061a9c","why":""}','fcaafe7203165240e000dd0a3523b2829e3510616ac468e477f76ae1a7d4d258','084bf33946455e0b034aa61ad0f3c998e9da8660c28e9e15a2278c69d4d1ace5');
INSERT INTO "audit" VALUES(62,'2026-11-22T18:55:07.737551+00:00','170b1b62-726e-4547-b409-a286e7015a06','5c4a9fc7-73b3-46e9-b26b-2486690cd5eb','open scan','scan','5c4a9fc7-73b3-46e9-b26b-2486690cd5eb','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"open scan","at":"2026-11-22T18:55:07.737551+00:00","deed_key":"5c4a9fc7-73b3-46e9-b26b-2486690cd5eb","new":{"baseline":false,"complete":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"5c4a9fc7-73b3-46e9-b26b-2486690cd5eb","marker":"not_reported","method":"ct","new_lesion":"none","new_lesions":{},"nontarget_grew":false,"nontargets":{"319ebe1c-25f7-4203-8594-a54855940464":"present"},"note":"","on":"2026-04-13","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"","replaced":false,"replaces_id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","revision":2,"targets":{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["12"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["26"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["14"],"state":"measured"}},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":62,"subject":"scan","subject_id":"5c4a9fc7-73b3-46e9-b26b-2486690cd5eb","why":""}','084bf33946455e0b034aa61ad0f3c998e9da8660c28e9e15a2278c69d4d1ace5','5fdec53a1df0dcdbcf8ecac13256198f5caf52eb9bf887248bd97f52d09075a5');
INSERT INTO "audit" VALUES(63,'2026-11-22T18:55:07.761919+00:00','170b1b62-726e-4547-b409-a286e7015a06','9f471ff9-c544-425e-992e-dbbee07f2be2','complete scan','scan','4b0fdd5e-a9f4-4cfb-947b-9f41a8759022','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete scan","at":"2026-11-22T18:55:07.761919+00:00","deed_key":"9f471ff9-c544-425e-992e-dbbee07f2be2","new":{"replaced":true},"old":{"replaced":false},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":63,"subject":"scan","subject_id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","why":"a lung lesion was overlooked"}','5fdec53a1df0dcdbcf8ecac13256198f5caf52eb9bf887248bd97f52d09075a5','334e93b9ad2fd45bcbe13f83fe1259bc8eabf6a46ac5eb929e8950a71c9b1087');
INSERT INTO "audit" VALUES(64,'2026-11-22T18:55:07.761919+00:00','170b1b62-726e-4547-b409-a286e7015a06','9f471ff9-c544-425e-992e-dbbee07f2be2','complete scan','scan','5c4a9fc7-73b3-46e9-b26b-2486690cd5eb','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"complete scan","at":"2026-11-22T18:55:07.761919+00:00","deed_key":"9f471ff9-c544-425e-992e-dbbee07f2be2","new":{"baseline":false,"complete":true,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"5c4a9fc7-73b3-46e9-b26b-2486690cd5eb","marker":"above","method":"ct","new_lesion":"unequivocal","new_lesions":{"24c40d7d-17bd-4a69-ac13-31323d061a9c":{"mm":"11","state":"present"}},"nontarget_grew":false,"nontargets":{"319ebe1c-25f7-4203-8594-a54855940464":"present"},"note":"seen on\nsecond look","on":"2026-04-13","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"a lung lesion was overlooked","replaced":false,"replaces_id":"4b0fdd5e-a9f4-4cfb-947b-9f41a8759022","revision":2,"targets":{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["12"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["26"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["14"],"state":"measured"}},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":64,"subject":"scan","subject_id":"5c4a9fc7-73b3-46e9-b26b-2486690cd5eb","why":"a lung lesion was overlooked"}','334e93b9ad2fd45bcbe13f83fe1259bc8eabf6a46ac5eb929e8950a71c9b1087','1f067892232c0cc2f7f069919fd5dc1647015d8e8687f729c24ea14b2a1b289b');
INSERT INTO "audit" VALUES(65,'2026-11-22T18:55:07.785770+00:00','170b1b62-726e-4547-b409-a286e7015a06','5dd8af20-a971-4de4-af7b-5cf41ad1f580','open scan','scan','5dd8af20-a971-4de4-af7b-5cf41ad1f580','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"open scan","at":"2026-11-22T18:55:07.785770+00:00","deed_key":"5dd8af20-a971-4de4-af7b-5cf41ad1f580","new":{"baseline":false,"complete":false,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","for_symptoms":false,"id":"5dd8af20-a971-4de4-af7b-5cf41ad1f580","marker":"","method":"","new_lesion":"","new_lesions":{},"nontarget_grew":false,"nontargets":{},"note":"","on":null,"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","reason":"","replaced":false,"replaces_id":null,"revision":1,"targets":{},"texts":"sha256:44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":65,"subject":"scan","subject_id":"5dd8af20-a971-4de4-af7b-5cf41ad1f580","why":""}','1f067892232c0cc2f7f069919fd5dc1647015d8e8687f729c24ea14b2a1b289b','2426d10dbef7c2d79690f94b743fc29f267622dfdd190ff690a4d8837d3f0588');
INSERT INTO "audit" VALUES(66,'2026-11-22T18:55:07.821937+00:00','170b1b62-726e-4547-b409-a286e7015a06','fed94554-c8d5-4508-b517-2449f29b3c9c','save follow-up','follow_up','fed94554-c8d5-4508-b517-2449f29b3c9c','eaa4bab1-d440-45b5-b88b-a022d13a9884','{"action":"save follow-up","at":"2026-11-22T18:55:07.821937+00:00","deed_key":"fed94554-c8d5-4508-b517-2449f29b3c9c","new":{"allow_sd_between_pr":false,"confirm_min_days":28,"confirmation_required":true,"course_id":"fa788dd6-adc9-4d3b-a266-76a18fc27ff3","death_on":null,"id":"fed94554-c8d5-4508-b517-2449f29b3c9c","judged_progression_on":"2026-06-20","last_alive_on":"2026-07-01","max_not_evaluable_between":1,"new_therapy_on":null,"note":"second line at home","off_on":"2026-06-22","off_reason":"progression","off_words":"and pain","patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","sd_min_days":42},"old":{},"patient_id":"eaa4bab1-d440-45b5-b88b-a022d13a9884","person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":66,"subject":"follow_up","subject_id":"fed94554-c8d5-4508-b517-2449f29b3c9c","why":""}','2426d10dbef7c2d79690f94b743fc29f267622dfdd190ff690a4d8837d3f0588','409920b2fdeb672212823875d5747427464b55992a21fd02aee1d9e7bfbdf25d');
INSERT INTO "audit" VALUES(67,'2026-11-22T18:55:07.874227+00:00','170b1b62-726e-4547-b409-a286e7015a06','54bf48a1-faf0-4713-a284-b1d9399bad1e','load grading criteria','grading_text','54bf48a1-faf0-4713-a284-b1d9399bad1e',NULL,'{"action":"load grading criteria","at":"2026-11-22T18:55:07.874227+00:00","deed_key":"54bf48a1-faf0-4713-a284-b1d9399bad1e","new":{"ctcae":"5.0","file_date":"2017-11-27","file_sha256":"0000000000000000000000000000000000000000000000000000000000000000","id":"54bf48a1-faf0-4713-a284-b1d9399bad1e","in_use":true,"terms":837,"text_sha256":"1c1149a1c66363fd67416e7565e3e2f676e77a06d540d9cab64006b7f292a93d"},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":67,"subject":"grading_text","subject_id":"54bf48a1-faf0-4713-a284-b1d9399bad1e","why":""}','409920b2fdeb672212823875d5747427464b55992a21fd02aee1d9e7bfbdf25d','3c10a3f5c2ef7d1f87a42178c6205a48d38ff2d308623cee6cbd0232ec9add68');
INSERT INTO "audit" VALUES(68,'2026-11-22T18:55:07.985395+00:00','170b1b62-726e-4547-b409-a286e7015a06','56457593-2d61-4a05-8305-2e21b903f8b5','copy file','regimen_draft','56457593-2d61-4a05-8305-2e21b903f8b5',NULL,'{"action":"copy file","at":"2026-11-22T18:55:07.985395+00:00","deed_key":"56457593-2d61-4a05-8305-2e21b903f8b5","new":{"asked_at":null,"asked_id":null,"authors":["170b1b62-726e-4547-b409-a286e7015a06"],"base_id":"capox","base_sha256":"3dea168ff2e6a43e0c64c3d5acaf0af2033ecdd3dcc156f16fe910feb4a11c5a","base_version":"0.1","id":"56457593-2d61-4a05-8305-2e21b903f8b5","kind":"regimen","state":"draft","text":"sha256:06be38d4b907ab56fd93ac9be5b0387aa2b80d34f7dca431504ec72989d2fb7c","text_sha256":"f95bf5380553967cc7ed8015d81bcec4113ef6f8613e9898a09e6e243b94fffc"},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":68,"subject":"regimen_draft","subject_id":"56457593-2d61-4a05-8305-2e21b903f8b5","why":""}','3c10a3f5c2ef7d1f87a42178c6205a48d38ff2d308623cee6cbd0232ec9add68','cf8f1c2c9ce34d46b2d4650684da19ac856ece0c805ce7dbaa2465499dcacb2c');
INSERT INTO "audit" VALUES(69,'2026-11-22T18:55:08.093900+00:00','170b1b62-726e-4547-b409-a286e7015a06','7356e360-1988-4fb2-a6c6-ff21f245d396','ask for approval','regimen_draft','56457593-2d61-4a05-8305-2e21b903f8b5',NULL,'{"action":"ask for approval","at":"2026-11-22T18:55:08.093900+00:00","deed_key":"7356e360-1988-4fb2-a6c6-ff21f245d396","new":{"asked_at":"2026-11-22T18:55:08.167337+00:00","asked_id":"170b1b62-726e-4547-b409-a286e7015a06","state":"waiting"},"old":{"asked_at":null,"asked_id":null,"state":"draft"},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":69,"subject":"regimen_draft","subject_id":"56457593-2d61-4a05-8305-2e21b903f8b5","why":""}','cf8f1c2c9ce34d46b2d4650684da19ac856ece0c805ce7dbaa2465499dcacb2c','9da4e084d6e5ab553bc1a9ea0b05a748ce1a9e67764c685b6b74bdf9d6bcfaa2');
INSERT INTO "audit" VALUES(70,'2026-11-22T18:55:08.202617+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275','484e890e-49cf-4a8e-b4ff-583a707521f9','approve file','approval','484e890e-49cf-4a8e-b4ff-583a707521f9',NULL,'{"action":"approve file","at":"2026-11-22T18:55:08.202617+00:00","deed_key":"484e890e-49cf-4a8e-b4ff-583a707521f9","new":{"approved_at":"2026-11-22T18:55:08.202617+00:00","approver":"Quentin Ash","approver_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","approver_role":"pharmacist","authors":["170b1b62-726e-4547-b409-a286e7015a06"],"draft_id":"56457593-2d61-4a05-8305-2e21b903f8b5","engine_version":"3","examples":4,"file_id":"capox-site","file_version":"1.0","id":"484e890e-49cf-4a8e-b4ff-583a707521f9","kind":"regimen","results":"sha256:ab55b1498bcfbcfd8a84637895eceb8e197280171ab71928d6e1898048acb1d5","text_sha256":"e8ffe1ba1e0923d1e123aadbcb7139a23dd1cdb34bac7af05024dc7c9c6e8565","withdrawn":false,"withdrawn_why":""},"old":{},"patient_id":null,"person":"Quentin Ash","person_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","role":"pharmacist","seq":70,"subject":"approval","subject_id":"484e890e-49cf-4a8e-b4ff-583a707521f9","why":""}','9da4e084d6e5ab553bc1a9ea0b05a748ce1a9e67764c685b6b74bdf9d6bcfaa2','b947e3577d3b874ee052f464172124e7b9a83e375075bcd57f39816e2ab9ec3b');
INSERT INTO "audit" VALUES(71,'2026-11-22T18:55:08.202617+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275','484e890e-49cf-4a8e-b4ff-583a707521f9','approve file','regimen_draft','56457593-2d61-4a05-8305-2e21b903f8b5',NULL,'{"action":"approve file","at":"2026-11-22T18:55:08.202617+00:00","deed_key":"484e890e-49cf-4a8e-b4ff-583a707521f9","new":{"state":"approved"},"old":{"state":"waiting"},"patient_id":null,"person":"Quentin Ash","person_id":"cd66acbe-0080-48a8-92d8-66aa364b6275","role":"pharmacist","seq":71,"subject":"regimen_draft","subject_id":"56457593-2d61-4a05-8305-2e21b903f8b5","why":""}','b947e3577d3b874ee052f464172124e7b9a83e375075bcd57f39816e2ab9ec3b','011eba2aab9e066246d5cc5f77d58d10b31753563d834f98511dbd853113de05');
INSERT INTO "audit" VALUES(72,'2026-11-22T18:55:08.658732+00:00','170b1b62-726e-4547-b409-a286e7015a06','91a09a3c-73bf-42e4-8cce-54ca80a67f6a','open first account','account','91a09a3c-73bf-42e4-8cce-54ca80a67f6a',NULL,'{"action":"open first account","at":"2026-11-22T18:55:08.658732+00:00","deed_key":"91a09a3c-73bf-42e4-8cce-54ca80a67f6a","new":{"failed_at":null,"failures":0,"holder_id":"170b1b62-726e-4547-b409-a286e7015a06","id":"91a09a3c-73bf-42e4-8cce-54ca80a67f6a","login":"priya","login_folded":"priya","must_change":false,"password_at":"2026-11-22T18:55:08.659429+00:00","password_hash":"sha256:296be105fbe39bddb93d4eeebfecad47e30ed1524b3713e10bba05bccb2359a2","signed_in_at":"2026-11-22T18:55:08.659539+00:00","signed_out_at":null},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":72,"subject":"account","subject_id":"91a09a3c-73bf-42e4-8cce-54ca80a67f6a","why":""}','011eba2aab9e066246d5cc5f77d58d10b31753563d834f98511dbd853113de05','ef30f0d2db83dc5de55c861f80045f9e82153d4a1d76daec3685e99cb60f230c');
INSERT INTO "audit" VALUES(73,'2026-11-22T18:55:09.071979+00:00','170b1b62-726e-4547-b409-a286e7015a06','92533171-dfc9-41f4-8a93-597b18ffdf79','break glass','break_glass','92533171-dfc9-41f4-8a93-597b18ffdf79',NULL,'{"action":"break glass","at":"2026-11-22T18:55:09.071979+00:00","deed_key":"92533171-dfc9-41f4-8a93-597b18ffdf79","new":{"began_at":"2026-11-22T18:55:09.071992+00:00","ended_at":null,"holder_id":"170b1b62-726e-4547-b409-a286e7015a06","id":"92533171-dfc9-41f4-8a93-597b18ffdf79","reason":"nobody else could be reached","until_at":"2026-11-22T19:55:09.070409+00:00"},"old":{},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist","seq":73,"subject":"break_glass","subject_id":"92533171-dfc9-41f4-8a93-597b18ffdf79","why":"nobody else could be reached"}','ef30f0d2db83dc5de55c861f80045f9e82153d4a1d76daec3685e99cb60f230c','7251f81cfc413010164b250447104a7ce1bb171df4d6ab13b65cd3be4d7c6e1f');
INSERT INTO "audit" VALUES(74,'2026-11-22T18:55:09.120551+00:00','170b1b62-726e-4547-b409-a286e7015a06','bcee364d-e6aa-4c45-b633-b9c9221220d0','end break-glass','break_glass','92533171-dfc9-41f4-8a93-597b18ffdf79',NULL,'{"action":"end break-glass","at":"2026-11-22T18:55:09.120551+00:00","deed_key":"bcee364d-e6aa-4c45-b633-b9c9221220d0","new":{"ended_at":"2026-11-22T18:55:09.120680+00:00"},"old":{"ended_at":null},"patient_id":null,"person":"Priya Raman","person_id":"170b1b62-726e-4547-b409-a286e7015a06","role":"pharmacist, break-glass","seq":74,"subject":"break_glass","subject_id":"92533171-dfc9-41f4-8a93-597b18ffdf79","why":""}','7251f81cfc413010164b250447104a7ce1bb171df4d6ab13b65cd3be4d7c6e1f','114d3affc1d2a304e0739ddeaa4dc95ae88c2456c1f58bc28a3ddddd633cbe6f');
CREATE TABLE break_glass (
	id TEXT NOT NULL, 
	holder_id TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	began_at TEXT NOT NULL, 
	until_at TEXT NOT NULL, 
	ended_at TEXT, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_break_glass PRIMARY KEY (id), 
	CONSTRAINT ck_break_glass_reason CHECK (length(reason) BETWEEN 1 AND 1000), 
	CONSTRAINT ck_break_glass_until_at CHECK (until_at > began_at), 
	CONSTRAINT fk_break_glass_holder_id FOREIGN KEY(holder_id) REFERENCES person (id), 
	CONSTRAINT fk_break_glass_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "break_glass" VALUES('92533171-dfc9-41f4-8a93-597b18ffdf79','170b1b62-726e-4547-b409-a286e7015a06','nobody else could be reached','2026-11-22T18:55:09.071992+00:00','2026-11-22T19:55:09.070409+00:00','2026-11-22T18:55:09.120680+00:00',2,'2026-11-22T18:55:09.071979+00:00','2026-11-22T18:55:09.120551+00:00','170b1b62-726e-4547-b409-a286e7015a06',74,'9889791fbdf89deb6629b82cc2d88312c157360dda4828fd8ace11011d57d655');
CREATE TABLE "checklist_answer" (
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
	CONSTRAINT fk_checklist_answer_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_checklist_answer_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT ck_checklist_answer_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_checklist_answer_reason CHECK (result = 'done' OR length(reason) > 0), 
	CONSTRAINT ck_checklist_answer_result CHECK (result IN ('done', 'not_done', 'not_applicable', 'taken_over'))
)
 STRICT

;
INSERT INTO "checklist_answer" VALUES('77038993-4650-4c45-9524-c070d92ea71c','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'consent','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.218177+00:00','2026-11-22T18:55:06.218177+00:00','170b1b62-726e-4547-b409-a286e7015a06',4,'8fa6d243cfbceee5c79c93a9b650cb2c479ec745a7a20f52b4fde195ecb178bc');
INSERT INTO "checklist_answer" VALUES('c7a66bc1-4241-4917-8736-6fe226c6d55e','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'allergies','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.246136+00:00','2026-11-22T18:55:06.246136+00:00','170b1b62-726e-4547-b409-a286e7015a06',5,'a33d5e49ad7789dade91e1ee87103b7bd26bd1efc5f0a5e557541cd267c37bc1');
INSERT INTO "checklist_answer" VALUES('815eed81-d563-40a5-803d-8829b4d3c01a','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'hepatitis-b','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.266424+00:00','2026-11-22T18:55:06.266424+00:00','170b1b62-726e-4547-b409-a286e7015a06',6,'c5f41a7b244f97ef63d67556944576bca14c6c322ceaccdc35471c9cd44cb8ed');
INSERT INTO "checklist_answer" VALUES('779dee1e-665a-4a8c-a94a-f0240018cc3c','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'pregnancy','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.285801+00:00','2026-11-22T18:55:06.285801+00:00','170b1b62-726e-4547-b409-a286e7015a06',7,'9dd9bfeb44c714e4c38f65b2e033ace35c963164391ce66dc12523ffeb9e1539');
INSERT INTO "checklist_answer" VALUES('03421dd0-33e0-4825-8d6d-9a8fcea1bca6','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'contraception','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.302034+00:00','2026-11-22T18:55:06.302034+00:00','170b1b62-726e-4547-b409-a286e7015a06',8,'c5e067574b3a8398ec7b4e04cbcd86bf40b476f1d0c622dbb535c5791d3ec37e');
INSERT INTO "checklist_answer" VALUES('e8af7db0-69e1-4613-aa3e-aa265c3af476','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'drainage','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.310598+00:00','2026-11-22T18:55:06.310598+00:00','170b1b62-726e-4547-b409-a286e7015a06',9,'655c3b15142c7f3fedad428f6bdef70be3e3c2b1f192ab7ab4dd6e0a7f736f48');
INSERT INTO "checklist_answer" VALUES('bfeb4c44-511e-4c67-b680-c976f22b3ca2','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'dpyd','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.328562+00:00','2026-11-22T18:55:06.328562+00:00','170b1b62-726e-4547-b409-a286e7015a06',10,'f7e9ca5a1b674488b00374b675d63bfc1a2436dc336bd7689284f9e3186c4a47');
INSERT INTO "checklist_answer" VALUES('013879ff-1ff1-43e8-9a8f-163c64be63fa','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'heart','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.341553+00:00','2026-11-22T18:55:06.341553+00:00','170b1b62-726e-4547-b409-a286e7015a06',11,'db9fbd5dabc9036015a285383fd847c7b2f8804ce9ee3a5267357e38d2215730');
INSERT INTO "checklist_answer" VALUES('1f79c13c-8999-40f9-acdb-c58f7e0f8d07','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'electrolytes','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.351014+00:00','2026-11-22T18:55:06.351014+00:00','170b1b62-726e-4547-b409-a286e7015a06',12,'db7825064fe9317b33046ffb0dabae0e24e8b721c5a2f8ae3fbdfc4240a01aaa');
INSERT INTO "checklist_answer" VALUES('83ebab36-75aa-4ae1-9777-53e0f2a6a14b','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'neuropathy','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.369526+00:00','2026-11-22T18:55:06.369526+00:00','170b1b62-726e-4547-b409-a286e7015a06',13,'97e3f679491bb3b0d91e6b786cce9f989f33ad6a852f09bcb4022bcd9b57312a');
INSERT INTO "checklist_answer" VALUES('491c317a-10c4-43da-9575-d6a6a0476d1b','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-tsh','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.385872+00:00','2026-11-22T18:55:06.385872+00:00','170b1b62-726e-4547-b409-a286e7015a06',14,'0c44b68d052b69a3eda09456c37173ea8ae94c129ce215d25980af49e09838af');
INSERT INTO "checklist_answer" VALUES('45371dfe-ca75-4af1-92e3-ae686ba911e4','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-free-t4','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.413858+00:00','2026-11-22T18:55:06.413858+00:00','170b1b62-726e-4547-b409-a286e7015a06',15,'7f65769289e4650f0ceadd48a44e6187e2e25393461916ab8698b91856937a27');
INSERT INTO "checklist_answer" VALUES('aff820ae-83d3-4719-a7a3-67ba40b735f4','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-glucose','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.450113+00:00','2026-11-22T18:55:06.450113+00:00','170b1b62-726e-4547-b409-a286e7015a06',16,'13099842ed1ecaef0a14c59e06a649ea9c1ec2f286d4fa9ce0046e87b53f5622');
INSERT INTO "checklist_answer" VALUES('3d82e53d-4b64-4239-ac77-e1a732f21456','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-cortisol','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.469606+00:00','2026-11-22T18:55:06.469606+00:00','170b1b62-726e-4547-b409-a286e7015a06',17,'390cb61c58b7f4ba28b0c8cc890df2fa178019a261b5b7a61504454496e8e205');
INSERT INTO "checklist_answer" VALUES('f3245d1f-1307-4121-8799-b9782a00d3de','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-liver','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.483092+00:00','2026-11-22T18:55:06.483092+00:00','170b1b62-726e-4547-b409-a286e7015a06',18,'8d0b31bffeb466b7a999e00a7a3ae638b79f18897e1fcab313cc65113a602940');
INSERT INTO "checklist_answer" VALUES('493a5be4-6d0e-4595-9c46-67f3e23f46fe','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-liver-tumour','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.492334+00:00','2026-11-22T18:55:06.492334+00:00','170b1b62-726e-4547-b409-a286e7015a06',19,'0f4910029e477f4f9b1c8ceeef109f1b979bbdc0af233dd56720243151e4f481');
INSERT INTO "checklist_answer" VALUES('429051a7-a4b8-448d-b5d1-59a0c75baea7','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-heart','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.498313+00:00','2026-11-22T18:55:06.498313+00:00','170b1b62-726e-4547-b409-a286e7015a06',20,'113d7d6515a15cda97d7ad0d1a31c0fab22686ced7c8ce32130d639a617c773a');
INSERT INTO "checklist_answer" VALUES('a0d901f0-e8ac-4b93-ba99-7d3fb252a329','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'inhibitor-oxygen','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.513444+00:00','2026-11-22T18:55:06.513444+00:00','170b1b62-726e-4547-b409-a286e7015a06',21,'94b24a923723b62cdb8cbc2bf33fc9607cf29dfcd160196f572ac479325b68ed');
INSERT INTO "checklist_answer" VALUES('aec764a7-b4a7-4d71-aa82-c0bed9fa31c0','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'autoimmune','done','looked at','2026-03-02','',1,'2026-11-22T18:55:06.529749+00:00','2026-11-22T18:55:06.529749+00:00','170b1b62-726e-4547-b409-a286e7015a06',22,'6cc397a1b8ec192f925e61bf292fffc86f3470f7b7b946424fcfb7cc2c46b997');
INSERT INTO "checklist_answer" VALUES('66583e35-47c8-430a-b326-e1af49188ed0','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'consent','done','signed on paper','2026-03-02','',1,'2026-11-22T18:55:07.057567+00:00','2026-11-22T18:55:07.057567+00:00','170b1b62-726e-4547-b409-a286e7015a06',40,'44a78d57a49100f2faf94f12849c9dbc2e64d9007c1dea0f6cc8d136a686138a');
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
	row_hash TEXT NOT NULL, line TEXT, extent TEXT, surgery TEXT, metastases TEXT, 
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
INSERT INTO "course" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','eaa4bab1-d440-45b5-b88b-a022d13a9884','active','ici-capox','0.1','2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d','us','63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533','{"ici":"pembrolizumab"}','2026-03-02',8,'morning',1,'{}','[]','{}','','','',1,'2026-11-22T18:55:05.027091+00:00','2026-11-22T18:55:05.027091+00:00','170b1b62-726e-4547-b409-a286e7015a06',3,'566397a3ec44a4b17600736f19a6f8c8f17512fcf8c68a49d889ee7ee4ac1203','second','metastatic','resection','["liver","lung"]');
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
INSERT INTO "cycle_order" VALUES('48dba4c9-cf58-4888-83e0-4d30174da53d','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,1,'signed','2026-03-02','{"regimen": "ici-capox", "practice": "us", "options": {"ici": "pembrolizumab"}, "cycle": 1, "patient": {"sex": "male", "birth_date": "1958-03-01"}, "day1": "2026-03-02", "basis": {"height_cm": "165", "weight_kg": "58.0", "weight_date": "2026-03-02"}, "chosen_plan": {"capecitabine": 0}}','{"regimen": {"id": "ici-capox", "version": "0.1", "sha256": "2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d"}, "practice": {"id": "us", "sha256": "63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533"}, "engine_version": "3", "cycle": 1, "day1": "2026-03-02", "age_y": 68, "options": {"ici": "pembrolizumab"}, "limit_set": "default", "defaults_used": ["policy.bsa_formula", "policy.bsa_cap_m2", "policy.crcl_weight", "policy.capecitabine_rounding", "policy.tablets_mg", "policy.tablet_packs", "policy.max_variance_percent.oral", "policy.max_variance_percent.iv", "policy.unequal_am_pm", "policy.unequal_most_mg", "policy.first_dose", "policy.dose_steps_mg", "policy.default_step_mg", "policy.vials_mg", "policy.weight_change_percent", "policy.dose_change_percent", "policy.near_crcl_ml_min", "policy.weight_valid_days", "policy.lab_valid_days", "policy.creatinine_valid_days", "policy.height_change_cm", "policy.share_vials"], "bsa": {"formula": "mosteller", "m2": "1.630439613519413154145299617617351", "dosing_m2": "1.630439613519413154145299617617351", "capped": false, "cap_m2": null, "kept_weight_kg": null}, "renal": null, "doses": [{"drug": "pembrolizumab", "route": "iv", "days": [1], "doses_per_day": 1, "level": "200", "per": "fixed", "starting_percent": "100", "percent": "100", "effective_level": "200", "dose_level": null, "exact_mg": "200", "dose_mg": "200", "variance_percent": "0", "capped": false, "held": false, "cold_days": 0, "infusion": {"diluent": "sodium chloride 0.9 %", "volume_ml": "100", "concentration_mg_ml": "2", "minutes": 30, "convention": "nominal", "drug_volume_ml": "8", "final_volume_ml": "100", "status": "ok", "note": "Filter 0.2 to 5 micrometres. The bag of 100 mL is a proposal of this project."}, "vials": [{"size_mg": "100", "count": 2}], "waste_mg": "0", "proof": ["Fixed dose: 200 mg [US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1]", "Concentration: 200 mg / 100 mL in sodium chloride 0.9 %, 30 minutes = 2 mg/mL [US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1]", "Vials (least waste, then fewest; waste 0 mg): 2 x 100 mg = 200 mg"], "proof_steps": [{"step": "level", "title": "Fixed dose", "formula": "200 mg", "inputs": {}, "result": "200", "unit": "mg", "shown": "200", "source": "US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1"}, {"step": "infusion", "title": "Concentration", "formula": "200 mg / 100 mL in sodium chloride 0.9 %, 30 minutes", "inputs": {"dose_mg": "200", "volume_ml": "100", "convention": "bag volume as labelled", "drug_volume_ml": "8 (at 25 mg/mL)", "min_mg_ml": "1", "max_mg_ml": "10"}, "result": "2", "unit": "mg/mL", "shown": "2", "source": "US Keytruda label: 200 mg every 3 weeks over 30 minutes, final 1 to 10 mg/mL; ici-capox version 0.1"}, {"step": "vials", "title": "Vials (least waste, then fewest; waste 0 mg)", "formula": "2 x 100 mg", "inputs": {"dose_mg": "200", "waste_mg": "0"}, "result": "200", "unit": "mg", "shown": "200", "source": ""}]}, {"drug": "oxaliplatin", "route": "iv", "days": [1], "doses_per_day": 1, "level": "130", "per": "m2", "starting_percent": "100", "percent": "100", "effective_level": "130", "dose_level": null, "exact_mg": "211.9571497575237100388889502902556", "dose_mg": "210", "variance_percent": "-0.9233704830257740910018076586513929", "capped": false, "held": false, "cold_days": 5, "infusion": {"diluent": "glucose 5 %", "volume_ml": "500", "concentration_mg_ml": "0.42", "minutes": 120, "convention": "nominal", "drug_volume_ml": "42", "final_volume_ml": "500", "status": "ok", "note": "2 h; up to 6 h after throat or infusion symptoms. Flush the line with glucose 5 %. No aluminium needles, no chloride, no alkaline drug in the line. The concentration is dose by nominal bag volume."}, "vials": [{"size_mg": "100", "count": 2}, {"size_mg": "50", "count": 1}], "waste_mg": "40", "proof": ["BSA, Mosteller 1987: sqrt(165 x 58.0 / 3600) = 1.6304 m2 [Mosteller RD. N Engl J Med 1987;317:1098]", "Dose level: 130 mg/m2 [BC Cancer and Cancer Care Ontario XELOX protocols: oxaliplatin 130 mg/m2 day 1, capecitabine 1000 mg/m2 twice daily days 1 to 14; ici-capox version 0.1]", "Exact dose, before rounding: 130 mg/m2 x 1.6304 m2 = 211.96 mg", "Rounding: 211.96 mg to the nearest 5 mg, an exact half up = 210 mg [dose_steps_mg: practice profile us; Proposal of this project: steps that can be measured with the usual vials, well inside the variance limit]", "Difference from the exact dose: (210 - 211.96) / 211.96 x 100 = -0.92 %", "Concentration: 210 mg / 500 mL in glucose 5 %, 120 minutes = 0.42 mg/mL [EU oxaliplatin SmPC 4.2: 0.2 to 0.70 mg/mL in glucose 5 %; NCCP Ireland: up to 104 mg in 250 mL, more in 500 mL; ici-capox version 0.1]", "Vials (least waste, then fewest; waste 40 mg): 2 x 100 mg + 1 x 50 mg = 250 mg"], "proof_steps": [{"step": "bsa", "title": "BSA, Mosteller 1987", "formula": "sqrt(165 x 58.0 / 3600)", "inputs": {"height_cm": "165", "height_date": "not given", "weight_kg": "58.0", "weight_date": "2026-03-02"}, "result": "1.630439613519413154145299617617351", "unit": "m2", "shown": "1.6304", "source": "Mosteller RD. N Engl J Med 1987;317:1098"}, {"step": "level", "title": "Dose level", "formula": "130 mg/m2", "inputs": {}, "result": "130", "unit": "mg/m2", "shown": "130", "source": "BC Cancer and Cancer Care Ontario XELOX protocols: oxaliplatin 130 mg/m2 day 1, capecitabine 1000 mg/m2 twice daily days 1 to 14; ici-capox version 0.1"}, {"step": "exact", "title": "Exact dose, before rounding", "formula": "130 mg/m2 x 1.6304 m2", "inputs": {"bsa_m2": "1.630439613519413154145299617617351"}, "result": "211.9571497575237100388889502902556", "unit": "mg", "shown": "211.96", "source": ""}, {"step": "rounding", "title": "Rounding", "formula": "211.96 mg to the nearest 5 mg, an exact half up", "inputs": {"exact_mg": "211.9571497575237100388889502902556", "step_mg": "5"}, "result": "210", "unit": "mg", "shown": "210", "source": "dose_steps_mg: practice profile us; Proposal of this project: steps that can be measured with the usual vials, well inside the variance limit"}, {"step": "variance", "title": "Difference from the exact dose", "formula": "(210 - 211.96) / 211.96 x 100", "inputs": {"given_mg": "210", "exact_mg": "211.9571497575237100388889502902556"}, "result": "-0.9233704830257740910018076586513929", "unit": "%", "shown": "-0.92", "source": ""}, {"step": "infusion", "title": "Concentration", "formula": "210 mg / 500 mL in glucose 5 %, 120 minutes", "inputs": {"dose_mg": "210", "volume_ml": "500", "convention": "bag volume as labelled", "drug_volume_ml": "42 (at 5 mg/mL)", "min_mg_ml": "0.2", "max_mg_ml": "0.7"}, "result": "0.42", "unit": "mg/mL", "shown": "0.42", "source": "EU oxaliplatin SmPC 4.2: 0.2 to 0.70 mg/mL in glucose 5 %; NCCP Ireland: up to 104 mg in 250 mL, more in 500 mL; ici-capox version 0.1"}, {"step": "vials", "title": "Vials (least waste, then fewest; waste 40 mg)", "formula": "2 x 100 mg + 1 x 50 mg", "inputs": {"dose_mg": "210", "waste_mg": "40"}, "result": "250", "unit": "mg", "shown": "250", "source": ""}]}, {"drug": "capecitabine", "route": "po", "days": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], "doses_per_day": 2, "level": "1000", "per": "m2", "starting_percent": "100", "percent": "100", "effective_level": "1000", "dose_level": null, "exact_mg": "1630.439613519413154145299617617351", "dose_mg": "1650", "variance_percent": "1.199700149480816464191010748663206", "capped": false, "held": false, "cold_days": 0, "plans": [{"am": {"150": 1, "500": 3}, "pm": {"150": 1, "500": 3}, "am_mg": "1650", "pm_mg": "1650", "daily_mg": "3300", "variance_percent": "1.199700149480816464191010748663206", "tablets_per_day": 8, "supply": {"150": 28, "500": 84}, "packs": {"150": 1, "500": 1}, "within_limit": true, "label_answer": true}, {"am": {"150": 4, "500": 2}, "pm": {"150": 4, "500": 2}, "am_mg": "1600", "pm_mg": "1600", "daily_mg": "3200", "variance_percent": "-1.866957430806481004420838061902346", "tablets_per_day": 12, "supply": {"150": 112, "500": 56}, "packs": {"150": 2, "500": 1}, "within_limit": true, "label_answer": false}, {"am": {"150": 7, "500": 1}, "pm": {"150": 7, "500": 1}, "am_mg": "1550", "pm_mg": "1550", "daily_mg": "3100", "variance_percent": "-4.933615011093778473032686872467898", "tablets_per_day": 16, "supply": {"150": 196, "500": 28}, "packs": {"150": 4, "500": 1}, "within_limit": true, "label_answer": false}, {"am": {"150": 8, "500": 1}, "pm": {"150": 8, "500": 1}, "am_mg": "1700", "pm_mg": "1700", "daily_mg": "3400", "variance_percent": "4.266357729768113932802859559228758", "tablets_per_day": 18, "supply": {"150": 224, "500": 28}, "packs": {"150": 4, "500": 1}, "within_limit": true, "label_answer": false}, {"am": {"150": 11}, "pm": {"150": 11}, "am_mg": "1650", "pm_mg": "1650", "daily_mg": "3300", "variance_percent": "1.199700149480816464191010748663206", "tablets_per_day": 22, "supply": {"150": 308}, "packs": {"150": 6}, "within_limit": true, "label_answer": false}, {"am": {"500": 3}, "pm": {"500": 3}, "am_mg": "1500", "pm_mg": "1500", "daily_mg": "3000", "variance_percent": "-8.000272591381075941644535683033449", "tablets_per_day": 6, "supply": {"500": 84}, "packs": {"500": 1}, "within_limit": false, "label_answer": false}, {"am": {"150": 5, "500": 2}, "pm": {"150": 5, "500": 2}, "am_mg": "1750", "pm_mg": "1750", "daily_mg": "3500", "variance_percent": "7.333015310055411401414708369794309", "tablets_per_day": 14, "supply": {"150": 140, "500": 56}, "packs": {"150": 3, "500": 1}, "within_limit": false, "label_answer": false}], "chosen": 0, "tie": false, "proof": ["BSA, Mosteller 1987: sqrt(165 x 58.0 / 3600) = 1.6304 m2 [Mosteller RD. N Engl J Med 1987;317:1098]", "Dose level, per dose: 1000 mg/m2 [US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning; ici-capox version 0.1]", "Exact dose, before rounding: 1000 mg/m2 x 1.6304 m2 = 1630.44 mg", "Exact dose, per day: 1630.44 mg per dose x 2 doses = 3260.88 mg", "Label rounding: 1630.44 mg to the nearest 150 mg = 1650 mg [US capecitabine label, section 2.8: nearest 150 mg]", "Tablets, per day: morning 3 x 500 mg + 1 x 150 mg, evening 3 x 500 mg + 1 x 150 mg = 3300 mg [tablets_mg: practice profile us; Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets]", "Difference from the exact dose: (3300 - 3260.88) / 3260.88 x 100 = +1.2 %", "Tablets for the cycle: 14 days x 8 tablets: 28 x 150 mg, 84 x 500 mg = 112 tablets"], "proof_steps": [{"step": "bsa", "title": "BSA, Mosteller 1987", "formula": "sqrt(165 x 58.0 / 3600)", "inputs": {"height_cm": "165", "height_date": "not given", "weight_kg": "58.0", "weight_date": "2026-03-02"}, "result": "1.630439613519413154145299617617351", "unit": "m2", "shown": "1.6304", "source": "Mosteller RD. N Engl J Med 1987;317:1098"}, {"step": "level", "title": "Dose level, per dose", "formula": "1000 mg/m2", "inputs": {}, "result": "1000", "unit": "mg/m2", "shown": "1000", "source": "US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning; ici-capox version 0.1"}, {"step": "exact", "title": "Exact dose, before rounding", "formula": "1000 mg/m2 x 1.6304 m2", "inputs": {"bsa_m2": "1.630439613519413154145299617617351"}, "result": "1630.439613519413154145299617617351", "unit": "mg", "shown": "1630.44", "source": ""}, {"step": "exact_per_day", "title": "Exact dose, per day", "formula": "1630.44 mg per dose x 2 doses", "inputs": {"per_dose_mg": "1630.439613519413154145299617617351", "doses_per_day": "2"}, "result": "3260.879227038826308290599235234702", "unit": "mg", "shown": "3260.88", "source": ""}, {"step": "rounding", "title": "Label rounding", "formula": "1630.44 mg to the nearest 150 mg", "inputs": {"exact_mg": "1630.439613519413154145299617617351"}, "result": "1650", "unit": "mg", "shown": "1650", "source": "US capecitabine label, section 2.8: nearest 150 mg"}, {"step": "tablets", "title": "Tablets, per day", "formula": "morning 3 x 500 mg + 1 x 150 mg, evening 3 x 500 mg + 1 x 150 mg", "inputs": {"tablets_mg": "150, 500", "max_variance_percent": "5"}, "result": "3300", "unit": "mg", "shown": "3300", "source": "tablets_mg: practice profile us; Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets"}, {"step": "variance", "title": "Difference from the exact dose", "formula": "(3300 - 3260.88) / 3260.88 x 100", "inputs": {"given_mg": "3300", "exact_mg": "3260.879227038826308290599235234702"}, "result": "1.199700149480816464191010748663206", "unit": "%", "shown": "+1.2", "source": ""}, {"step": "supply", "title": "Tablets for the cycle", "formula": "14 days x 8 tablets: 28 x 150 mg, 84 x 500 mg", "inputs": {}, "result": "112", "unit": "tablets", "shown": "112", "source": ""}]}], "alerts": [], "released": false}','2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d','63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533','1','{}','[]','5539-071F','170b1b62-726e-4547-b409-a286e7015a06','Priya Raman','pharmacist','2026-11-22T18:55:06.628337+00:00',NULL,NULL,1,'2026-11-22T18:55:06.628337+00:00','2026-11-22T18:55:06.628337+00:00','170b1b62-726e-4547-b409-a286e7015a06',28,'0ff211c6ad90b08f2caaecbf773dfc07adfbbc973900cad48ce2d3c868fab1c1');
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
INSERT INTO "decision" VALUES('18fca827-79a3-4182-88ac-15785a382a51','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',2,'capecitabine','accept','{"rule": "r"}','["r"]','["abb428b8-2a63-4d0c-a8a4-6e59de6913ae"]',NULL,NULL,NULL,NULL,NULL,NULL,'diarrhoea','',NULL,'Priya Raman','pharmacist',0,'',1,'2026-11-22T18:55:07.094682+00:00','2026-11-22T18:55:07.094682+00:00','170b1b62-726e-4547-b409-a286e7015a06',42,'5d31fa4d973becb3405aa47d2d7c87b7acb41de44ba8c9a1310751a2151f2602');
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
INSERT INTO "delay" VALUES('d24a9ecd-766d-4aea-b29e-1b1fed8ac6a4','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',2,7,'all','other','',0,'',1,'2026-11-22T18:55:06.801721+00:00','2026-11-22T18:55:06.801721+00:00','170b1b62-726e-4547-b409-a286e7015a06',32,'46c16f247bf73b8e93430b6ab0761af77af70e9d4df2b9b0cf8d824839b82d9c');
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
INSERT INTO "dispensed" VALUES('7bc8b547-e36d-4f81-9c03-0a11559957e6','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'capecitabine','500',84,1,'2026-03-02','XT7731','2027-04-30',0,'',0,'',1,'2026-11-22T18:55:07.117895+00:00','2026-11-22T18:55:07.117895+00:00','170b1b62-726e-4547-b409-a286e7015a06',43,'b13902c7a1b3b9101b09f8dfd8067257f181e3e662d2b5a57a1dbc916bf48b1d');
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
INSERT INTO "draft" VALUES('28c96c18-a534-4067-9539-e289c04668cd','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',2,1,'2026-03-23','{"weight_kg":"5"}','','',1,'2026-11-22T18:55:06.609869+00:00','2026-11-22T18:55:06.609869+00:00','170b1b62-726e-4547-b409-a286e7015a06',27,'02913e5be21d15fca6486c1e39f5e790aeeac099901d9950c7301e8438f6d350');
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
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-03-02','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',1,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-03-27','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',1,26);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-03-30','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',2,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-04-17','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',2,19);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-04-20','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',3,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-05-08','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',3,19);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-05-11','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',4,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-05-29','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',4,19);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-06-01','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',5,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-06-21','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',5,21);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-06-22','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',6,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-07-10','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',6,19);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-07-13','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',7,1);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-07-31','blood_test','eaa4bab1-d440-45b5-b88b-a022d13a9884',7,19);
INSERT INTO "due" VALUES('fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-08-03','day1','eaa4bab1-d440-45b5-b88b-a022d13a9884',8,1);
CREATE TABLE follow_up (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	new_therapy_on TEXT, 
	judged_progression_on TEXT, 
	off_on TEXT, 
	off_reason TEXT NOT NULL, 
	off_words TEXT NOT NULL, 
	death_on TEXT, 
	last_alive_on TEXT, 
	note TEXT NOT NULL, 
	confirmation_required INTEGER NOT NULL, 
	confirm_min_days INTEGER NOT NULL, 
	sd_min_days INTEGER NOT NULL, 
	max_not_evaluable_between INTEGER NOT NULL, 
	allow_sd_between_pr INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_follow_up PRIMARY KEY (id), 
	CONSTRAINT ck_follow_up_off_reason CHECK (off_reason IN ('', 'progression', 'toxicity', 'withdrawal', 'death', 'completed', 'other')), 
	CONSTRAINT ck_follow_up_confirm_min_days CHECK (confirm_min_days BETWEEN 0 AND 1000), 
	CONSTRAINT ck_follow_up_sd_min_days CHECK (sd_min_days BETWEEN 0 AND 1000), 
	CONSTRAINT ck_follow_up_max_not_evaluable_between CHECK (max_not_evaluable_between BETWEEN 0 AND 100), 
	CONSTRAINT fk_follow_up_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_follow_up_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_follow_up_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT uq_follow_up_course_id UNIQUE (course_id)
)
 STRICT

;
INSERT INTO "follow_up" VALUES('fed94554-c8d5-4508-b517-2449f29b3c9c','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',NULL,'2026-06-20','2026-06-22','progression','and pain',NULL,'2026-07-01','second line at home',1,28,42,1,0,1,'2026-11-22T18:55:07.821937+00:00','2026-11-22T18:55:07.821937+00:00','170b1b62-726e-4547-b409-a286e7015a06',66,'9d085aa0e6256a319a99d54c9a0ef776bec5d13d0455a6b451b7ff998b9f5564');
CREATE TABLE form_draft (
	id TEXT NOT NULL, 
	station TEXT NOT NULL, 
	form TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	kept_by TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	CONSTRAINT pk_form_draft PRIMARY KEY (id), 
	CONSTRAINT ck_form_draft_names CHECK (length(station) <= 64 AND length(form) BETWEEN 1 AND 100), 
	CONSTRAINT fk_form_draft_kept_by FOREIGN KEY(kept_by) REFERENCES person (id), 
	CONSTRAINT uq_form_draft_station_form UNIQUE (station, form)
)
 STRICT

;
INSERT INTO "form_draft" VALUES('726c343a-ee3b-58fb-b5b6-caccb0bbd3d0','station 1','patient-new','{"name":"Half"}','170b1b62-726e-4547-b409-a286e7015a06','2026-11-22T18:55:08.315661+00:00');
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
INSERT INTO "go_ahead" VALUES('de32d164-5e29-49e6-9d33-a3e22ddd0960','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',2,1,'2026-03-23','2026-03-23','telephone','',0,'',1,'2026-11-22T18:55:07.072459+00:00','2026-11-22T18:55:07.072459+00:00','170b1b62-726e-4547-b409-a286e7015a06',41,'7acc1dae6e7362444202b54b171dcdfedcd91b849e1150d425af827bf7f981e3');
CREATE TABLE grading_text (
	id TEXT NOT NULL, 
	ctcae TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	file_sha256 TEXT NOT NULL, 
	file_date TEXT NOT NULL, 
	terms INTEGER NOT NULL, 
	in_use INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_grading_text PRIMARY KEY (id), 
	CONSTRAINT ck_grading_text_ctcae CHECK (ctcae IN ('5.0', '6.0')), 
	CONSTRAINT ck_grading_text_file_sha256 CHECK (length(file_sha256) = 64), 
	CONSTRAINT ck_grading_text_terms CHECK (terms BETWEEN 1 AND 5000), 
	CONSTRAINT fk_grading_text_text_sha256 FOREIGN KEY(text_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_grading_text_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "grading_text" VALUES('54bf48a1-faf0-4713-a284-b1d9399bad1e','5.0','1c1149a1c66363fd67416e7565e3e2f676e77a06d540d9cab64006b7f292a93d','0000000000000000000000000000000000000000000000000000000000000000','2017-11-27',837,1,1,'2026-11-22T18:55:07.874227+00:00','2026-11-22T18:55:07.874227+00:00','170b1b62-726e-4547-b409-a286e7015a06',67,'ced6d3ee2662f6860c2fb6cb5ae5892137e46776b919feee59e00cd9f2dde6f0');
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
	row_hash TEXT NOT NULL, from_slot TEXT, to_slot TEXT, 
	CONSTRAINT pk_hold PRIMARY KEY (id), 
	CONSTRAINT ck_hold_order CHECK ("end" IS NULL OR "end" >= start), 
	CONSTRAINT fk_hold_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_hold_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "hold" VALUES('3a128f64-02db-4269-b359-4048f3ab5d97','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','pembrolizumab','2026-03-02',NULL,0,'other','',0,'',1,'2026-11-22T18:55:06.882943+00:00','2026-11-22T18:55:06.882943+00:00','170b1b62-726e-4547-b409-a286e7015a06',33,'e1734ddfd4d7f889f207dba40b1a24886c9b487b5658cde553e98e2f453d5954',NULL,NULL);
INSERT INTO "hold" VALUES('c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','capecitabine','2026-03-10','2026-03-12',0,'diarrhoea','grade 3',0,'diarrhoea down to grade 1',2,'2026-11-22T18:55:07.134362+00:00','2026-11-22T18:55:07.265961+00:00','170b1b62-726e-4547-b409-a286e7015a06',47,'5828a92584b5b7caa5baf12de4afeebf99eb4eea93f82f49180b1102c92db020','pm',NULL);
CREATE TABLE "kept_text" (
	sha256 TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	text TEXT NOT NULL, 
	kept_at TEXT NOT NULL, 
	CONSTRAINT pk_kept_text PRIMARY KEY (sha256), 
	CONSTRAINT ck_kept_text_sha256 CHECK (length(sha256) = 64), 
	CONSTRAINT ck_kept_text_kind CHECK (kind IN ('regimen', 'profile', 'grading'))
)
 STRICT

;
INSERT INTO "kept_text" VALUES('2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d','regimen','# Immune checkpoint inhibitor + CAPOX, every 21 days.
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
findings = ["signed, copy given to the patient"]
source = "checklist"

[[checklist]]
id = "allergies"
title = "Allergies and earlier reactions to these drugs asked about"
findings = ["none known"]
known = "allergies"
source = "checklist"

[[checklist]]
id = "hepatitis-b"
title = "Hepatitis B: HBsAg and anti-HBc result"
findings = ["HBsAg negative, anti-HBc negative", "HBsAg negative, anti-HBc positive: hepatology asked", "HBsAg positive: antiviral begun, hepatology asked"]
source = "checklist"

[[checklist]]
id = "pregnancy"
title = "Pregnancy excluded by a test; not breast-feeding"
findings = ["test negative, not breast-feeding"]
applies = { sex = "female", age_below = 56, otherwise = "not of childbearing potential by sex or age" }
source = "checklist"
to_verify = true

[[checklist]]
id = "contraception"
title = "Contraception and fertility talked about, for women and for men"
findings = ["talked about, contraception agreed", "talked about, not needed"]
source = "checklist"

[[checklist]]
id = "drainage"
title = "Bile duct drainage: stent or drain noted, obstruction and cholangitis excluded"
findings = ["no obstruction, no drainage needed", "stent open, no cholangitis"]
known = "drainage"
source = "checklist"

[[checklist]]
id = "dpyd"
title = "DPYD result, or the reason why it was not tested"
known = "dpyd"
source = "checklist"

[[checklist]]
id = "heart"
title = "ECG or cardiac history; QT interval before oxaliplatin"
findings = ["ECG normal, QTc below 450 ms", "no cardiac history, ECG not asked for"]
source = "checklist"

[[checklist]]
id = "electrolytes"
title = "Potassium and magnesium before oxaliplatin"
known = "labs"
analytes = ["potassium", "magnesium"]
source = "checklist"

[[checklist]]
id = "neuropathy"
title = "Neuropathy grade before the first platinum dose"
findings = ["none (grade 0)", "grade 1", "grade 2"]
source = "checklist"

[[checklist]]
id = "inhibitor-tsh"
title = "TSH before the inhibitor"
known = "labs"
analytes = ["tsh"]
source = "checklist"

[[checklist]]
id = "inhibitor-free-t4"
title = "Free T4 before the inhibitor"
known = "labs"
analytes = ["free_t4"]
source = "checklist"

[[checklist]]
id = "inhibitor-glucose"
title = "Glucose before the inhibitor"
known = "labs"
analytes = ["glucose"]
source = "checklist"

[[checklist]]
id = "inhibitor-cortisol"
title = "Morning cortisol before the inhibitor, or the reason why not"
known = "labs"
analytes = ["cortisol"]
source = "checklist"

[[checklist]]
id = "inhibitor-liver"
title = "ALT, AST and bilirubin with their limits: the baseline for immune hepatitis"
known = "labs"
analytes = ["alt", "ast", "bilirubin"]
source = "checklist"

[[checklist]]
id = "inhibitor-liver-tumour"
title = "Tumour in the liver: yes or no"
findings = ["no tumour in the liver", "tumour in the liver"]
known = "liver_involvement"
source = "checklist"

[[checklist]]
id = "inhibitor-heart"
title = "Troponin and CK before the inhibitor, by site"
known = "labs"
analytes = ["troponin_t", "troponin_i", "ck"]
source = "checklist"

[[checklist]]
id = "inhibitor-oxygen"
title = "Oxygen saturation at rest"
known = "labs"
analytes = ["oxygen_saturation"]
source = "checklist"

[[checklist]]
id = "autoimmune"
title = "Autoimmune disease, transplant and steroids asked about"
findings = ["none", "autoimmune disease: specialist asked"]
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
title = "nivolumab: 360 mg at 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "nivolumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"nivolumab.dose_mg" = "360"

[[example]]
title = "atezolizumab: 1200 mg at 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "atezolizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"atezolizumab.dose_mg" = "1200"

[[example]]
title = "tislelizumab: 200 mg at 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "tislelizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"tislelizumab.dose_mg" = "200"

[[example]]
title = "toripalimab: 240 mg at 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "toripalimab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"toripalimab.dose_mg" = "240"

[[example]]
title = "camrelizumab: 200 mg at 58.0 kg"
source = "arithmetic"

[example.given]
options = { ici = "camrelizumab" }
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"camrelizumab.dose_mg" = "200"

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
','2026-11-22T18:55:05.037779+00:00');
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
','2026-11-22T18:55:05.039334+00:00');
INSERT INTO "kept_text" VALUES('1c1149a1c66363fd67416e7565e3e2f676e77a06d540d9cab64006b7f292a93d','grading','{"ctcae":"5.0","schema":1,"terms":[{"code":"10002272","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anemia"},{"code":"10005329","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Blood and lymphatic system disorders - Other, specify"},{"code":"10048580","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bone marrow hypocellular"},{"code":"10013442","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Disseminated intravascular coagulation"},{"code":"10014950","definition":"what it is","grades":{"1":"invented 1","3":"invented 3"},"note":"","term":"Eosinophilia"},{"code":"10016288","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Febrile neutropenia"},{"code":"10019491","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hemolysis"},{"code":"10019515","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hemolytic uremic syndrome"},{"code":"10024378","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Leukocytosis"},{"code":"10025182","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lymph node pain"},{"code":"10027506","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Methemoglobinemia"},{"code":"10043648","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Thrombotic thrombocytopenic purpura"},{"code":"10061589","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Aortic valve disease"},{"code":"10003586","definition":"what it is","grades":{"1":"invented 1","4":"invented 4","5":"invented 5"},"note":"","term":"Asystole"},{"code":"10003658","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Atrial fibrillation"},{"code":"10003662","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Atrial flutter"},{"code":"10003673","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Atrioventricular block complete"},{"code":"10003674","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Atrioventricular block first degree"},{"code":"10007515","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Cardiac arrest"},{"code":"10007541","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cardiac disorders - Other, specify"},{"code":"10008481","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Chest pain - cardiac"},{"code":"10010276","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Conduction disorder"},{"code":"10011703","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Cyanosis"},{"code":"10019279","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Heart failure"},{"code":"10069501","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Left ventricular systolic dysfunction"},{"code":"10061532","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mitral valve disease"},{"code":"10027786","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mobitz (type) II atrioventricular block"},{"code":"10027787","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mobitz type I"},{"code":"10028596","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Myocardial infarction"},{"code":"10028606","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Myocarditis"},{"code":"10033557","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Palpitations"},{"code":"10034040","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Paroxysmal atrial tachycardia"},{"code":"10034474","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pericardial effusion"},{"code":"10053565","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Pericardial tamponade"},{"code":"10034484","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pericarditis"},{"code":"10061541","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pulmonary valve disease"},{"code":"10038748","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Restrictive cardiomyopathy"},{"code":"10058597","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Right ventricular dysfunction"},{"code":"10040639","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sick sinus syndrome"},{"code":"10040741","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sinus bradycardia"},{"code":"10040752","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Sinus tachycardia"},{"code":"10042604","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Supraventricular tachycardia"},{"code":"10061389","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tricuspid valve disease"},{"code":"10047281","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ventricular arrhythmia"},{"code":"10047290","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Ventricular fibrillation"},{"code":"10047302","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ventricular tachycardia"},{"code":"10010331","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Congenital, familial and genetic disorders - Other, specify"},{"code":"10013993","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ear and labyrinth disorders - Other, specify"},{"code":"10014020","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Ear pain"},{"code":"10065785","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"External ear pain"},{"code":"10019245","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Hearing impaired"},{"code":"10065838","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Middle ear inflammation"},{"code":"10043882","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Tinnitus"},{"code":"10047340","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Vertigo"},{"code":"10047386","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Vestibular disorder"},{"code":"10001367","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Adrenal insufficiency"},{"code":"10011655","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Cushingoid"},{"code":"10012205","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Delayed puberty"},{"code":"10014698","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Endocrine disorders - Other, specify"},{"code":"10018746","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Growth accelerated"},{"code":"10020705","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Hyperparathyroidism"},{"code":"10020850","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hyperthyroidism"},{"code":"10021041","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypoparathyroidism"},{"code":"10062767","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypophysitis"},{"code":"10021067","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypopituitarism"},{"code":"10021114","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypothyroidism"},{"code":"10058084","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Precocious puberty"},{"code":"10067734","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Testosterone deficiency"},{"code":"10047488","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Virilization"},{"code":"10005886","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Blurred vision"},{"code":"10007739","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Cataract"},{"code":"10048492","definition":"what it is","grades":{"3":"invented 3","4":"invented 4"},"note":"","term":"Corneal ulcer"},{"code":"10013774","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dry eye"},{"code":"10015829","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Extraocular muscle paresis"},{"code":"10015919","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Eye disorders - Other, specify"},{"code":"10015958","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Eye pain"},{"code":"10061145","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Eyelid function disorder"},{"code":"10016757","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Flashing lights"},{"code":"10016778","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Floaters"},{"code":"10018304","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Glaucoma"},{"code":"10023332","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Keratitis"},{"code":"10029404","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Night blindness"},{"code":"10061322","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Optic nerve disorder"},{"code":"10033703","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Papilledema"},{"code":"10054541","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Periorbital edema"},{"code":"10034960","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Photophobia"},{"code":"10038848","definition":"what it is","grades":{"3":"invented 3","4":"invented 4"},"note":"","term":"Retinal detachment"},{"code":"10038897","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Retinal tear"},{"code":"10038901","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Retinal vascular disorder"},{"code":"10038923","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Retinopathy"},{"code":"10061510","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Scleral disorder"},{"code":"10046851","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Uveitis"},{"code":"10047516","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Vision decreased"},{"code":"10047656","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Vitreous hemorrhage"},{"code":"10047848","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Watering eyes"},{"code":"10000060","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Abdominal distension"},{"code":"10000081","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Abdominal pain"},{"code":"10002153","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Anal fissure"},{"code":"10002156","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anal fistula"},{"code":"10055226","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anal hemorrhage"},{"code":"10065721","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Anal mucositis"},{"code":"10065722","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anal necrosis"},{"code":"10002167","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Anal pain"},{"code":"10002176","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anal stenosis"},{"code":"10002180","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anal ulcer"},{"code":"10003445","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ascites"},{"code":"10004222","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Belching"},{"code":"10005265","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Bloating"},{"code":"10065747","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cecal hemorrhage"},{"code":"10008417","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Cheilitis"},{"code":"10009167","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Chylous ascites"},{"code":"10009887","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colitis"},{"code":"10009995","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colonic fistula"},{"code":"10009998","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colonic hemorrhage"},{"code":"10010000","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colonic obstruction"},{"code":"10010001","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colonic perforation"},{"code":"10010004","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colonic stenosis"},{"code":"10010006","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Colonic ulcer"},{"code":"10010774","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Constipation"},{"code":"10012318","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dental caries"},{"code":"10012727","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Diarrhea"},{"code":"10013781","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dry mouth"},{"code":"10013828","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal fistula"},{"code":"10055242","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal hemorrhage"},{"code":"10013830","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal obstruction"},{"code":"10013832","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal perforation"},{"code":"10050094","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal stenosis"},{"code":"10013836","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal ulcer"},{"code":"10013946","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dyspepsia"},{"code":"10013950","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Dysphagia"},{"code":"10014893","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Enterocolitis"},{"code":"10062570","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Enterovesical fistula"},{"code":"10065851","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal fistula"},{"code":"10015384","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal hemorrhage"},{"code":"10065727","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal necrosis"},{"code":"10015387","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal obstruction"},{"code":"10015388","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Esophageal pain"},{"code":"10055472","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal perforation"},{"code":"10015448","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal stenosis"},{"code":"10015451","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal ulcer"},{"code":"10015453","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal varices hemorrhage"},{"code":"10015461","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophagitis"},{"code":"10016296","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Fecal incontinence"},{"code":"10016766","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Flatulence"},{"code":"10065713","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric fistula"},{"code":"10017789","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric hemorrhage"},{"code":"10051886","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric necrosis"},{"code":"10017815","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric perforation"},{"code":"10061970","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric stenosis"},{"code":"10017822","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric ulcer"},{"code":"10017853","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastritis"},{"code":"10066874","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Gastroesophageal reflux disease"},{"code":"10017947","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastrointestinal disorders - Other, specify"},{"code":"10017877","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastrointestinal fistula"},{"code":"10017999","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Gastrointestinal pain"},{"code":"10018043","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Gastroparesis"},{"code":"10018286","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Gingival pain"},{"code":"10060640","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hemorrhoidal hemorrhage"},{"code":"10019611","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hemorrhoids"},{"code":"10065728","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileal fistula"},{"code":"10055287","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileal hemorrhage"},{"code":"10065730","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileal obstruction"},{"code":"10021305","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileal perforation"},{"code":"10021307","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileal stenosis"},{"code":"10021309","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileal ulcer"},{"code":"10021328","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ileus"},{"code":"10055291","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intra-abdominal hemorrhage"},{"code":"10065719","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Jejunal fistula"},{"code":"10055300","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Jejunal hemorrhage"},{"code":"10065732","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Jejunal obstruction"},{"code":"10023174","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Jejunal perforation"},{"code":"10023176","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Jejunal stenosis"},{"code":"10023177","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Jejunal ulcer"},{"code":"10024561","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lip pain"},{"code":"10051746","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Lower gastrointestinal hemorrhage"},{"code":"10025476","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Malabsorption"},{"code":"10028130","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mucositis oral"},{"code":"10028813","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Nausea"},{"code":"10029957","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Obstruction gastric"},{"code":"10065720","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Oral cavity fistula"},{"code":"10054520","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Oral dysesthesia"},{"code":"10030980","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Oral hemorrhage"},{"code":"10031009","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Oral pain"},{"code":"10065703","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreatic duct stenosis"},{"code":"10049192","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreatic fistula"},{"code":"10033626","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreatic hemorrhage"},{"code":"10058096","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreatic necrosis"},{"code":"10033645","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreatitis"},{"code":"10034536","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Periodontal disease"},{"code":"10065704","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Peritoneal necrosis"},{"code":"10036774","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Proctitis"},{"code":"10064993","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Rectal fissure"},{"code":"10038062","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal fistula"},{"code":"10038064","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal hemorrhage"},{"code":"10063190","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal mucositis"},{"code":"10065709","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal necrosis"},{"code":"10065707","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal obstruction"},{"code":"10038072","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Rectal pain"},{"code":"10038073","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal perforation"},{"code":"10038079","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal stenosis"},{"code":"10038080","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal ulcer"},{"code":"10038981","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Retroperitoneal hemorrhage"},{"code":"10056681","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Salivary duct inflammation"},{"code":"10039411","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Salivary gland fistula"},{"code":"10065710","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestinal mucositis"},{"code":"10041101","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestinal obstruction"},{"code":"10041103","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestinal perforation"},{"code":"10062263","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestinal stenosis"},{"code":"10041133","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestine ulcer"},{"code":"10042112","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Stomach pain"},{"code":"10044030","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Tooth development disorder"},{"code":"10044031","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Tooth discoloration"},{"code":"10044055","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Toothache"},{"code":"10045271","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Typhlitis"},{"code":"10055356","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Upper gastrointestinal hemorrhage"},{"code":"10054692","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Visceral arterial ischemia"},{"code":"10047700","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vomiting"},{"code":"10008531","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Chills"},{"code":"10011912","definition":"what it is","grades":{"4":"invented 4"},"note":"","term":"Death neonatal"},{"code":"10011914","definition":"what it is","grades":{"5":"invented 5"},"note":"","term":"Death NOS"},{"code":"10061818","definition":"what it is","grades":{"5":"invented 5"},"note":"","term":"Disease progression"},{"code":"10014222","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Edema face"},{"code":"10050068","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Edema limbs"},{"code":"10058720","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Edema trunk"},{"code":"10016059","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Facial pain"},{"code":"10016256","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Fatigue"},{"code":"10016558","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Fever"},{"code":"10016791","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Flu like symptoms"},{"code":"10017577","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Gait disturbance"},{"code":"10018065","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"General disorders and administration site conditions - Other, specify"},{"code":"10018112","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Generalized edema"},{"code":"10021113","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypothermia"},{"code":"10064774","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Infusion site extravasation"},{"code":"10022095","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Injection site reaction"},{"code":"10062466","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Localized edema"},{"code":"10025482","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Malaise"},{"code":"10028154","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Multi-organ failure"},{"code":"10054482","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Neck edema"},{"code":"10062501","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Non-cardiac chest pain"},{"code":"10033371","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pain"},{"code":"10042435","definition":"what it is","grades":{"5":"invented 5"},"note":"","term":"Sudden death NOS"},{"code":"10069480","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Vaccination site lymphadenopathy"},{"code":"10051341","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bile duct stenosis"},{"code":"10004665","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Biliary fistula"},{"code":"10006537","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Budd-Chiari syndrome"},{"code":"10008612","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cholecystitis"},{"code":"10017631","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gallbladder fistula"},{"code":"10059446","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Gallbladder necrosis"},{"code":"10017636","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gallbladder obstruction"},{"code":"10017638","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Gallbladder pain"},{"code":"10017639","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Gallbladder perforation"},{"code":"10019663","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hepatic failure"},{"code":"10019678","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hepatic hemorrhage"},{"code":"10019692","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Hepatic necrosis"},{"code":"10019705","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hepatic pain"},{"code":"10019805","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hepatobiliary disorders - Other, specify"},{"code":"10034405","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Perforation bile duct"},{"code":"10036200","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Portal hypertension"},{"code":"10036206","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Portal vein thrombosis"},{"code":"10063675","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sinusoidal obstruction syndrome"},{"code":"10001718","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Allergic reaction"},{"code":"10002218","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anaphylaxis"},{"code":"10061664","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Autoimmune disorder"},{"code":"10052015","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cytokine release syndrome"},{"code":"10021428","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Immune system disorders - Other, specify"},{"code":"10040400","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Serum sickness"},{"code":"10056519","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Abdominal infection"},{"code":"10061640","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anorectal infection"},{"code":"10003011","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Appendicitis"},{"code":"10003012","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Appendicitis perforated"},{"code":"10065744","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Arteritis infective"},{"code":"10003999","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Bacteremia"},{"code":"10061695","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Biliary tract infection"},{"code":"10005047","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bladder infection"},{"code":"10061017","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bone infection"},{"code":"10006259","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Breast infection"},{"code":"10055078","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchial infection"},{"code":"10007810","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Catheter related infection"},{"code":"10065761","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cecal infection"},{"code":"10008330","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cervicitis infection"},{"code":"10010741","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Conjunctivitis"},{"code":"10010742","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Conjunctivitis infective"},{"code":"10061788","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Corneal infection"},{"code":"10065765","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cranial nerve infection"},{"code":"10058666","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cytomegalovirus infection reactivation"},{"code":"10064687","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Device related infection"},{"code":"10065752","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Duodenal infection"},{"code":"10014594","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Encephalitis infection"},{"code":"10014621","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Encephalomyelitis infection"},{"code":"10014678","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Endocarditis infective"},{"code":"10014801","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Endophthalmitis"},{"code":"10058838","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Enterocolitis infectious"},{"code":"10015109","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Epstein-Barr virus infection reactivation"},{"code":"10058804","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal infection"},{"code":"10015929","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Eye infection"},{"code":"10016936","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Folliculitis"},{"code":"10017544","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Fungemia"},{"code":"10062632","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gallbladder infection"},{"code":"10018784","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gum infection"},{"code":"10056522","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hepatic infection"},{"code":"10058827","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hepatitis B reactivation"},{"code":"10019799","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hepatitis viral"},{"code":"10080137","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Herpes simplex reactivation"},{"code":"10021881","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Infections and infestations - Other, specify"},{"code":"10021918","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Infective myositis"},{"code":"10023216","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Joint infection"},{"code":"10023424","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Kidney infection"},{"code":"10023874","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngitis"},{"code":"10065755","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lip infection"},{"code":"10061229","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Lung infection"},{"code":"10050823","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Lymph gland infection"},{"code":"10057483","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mediastinal infection"},{"code":"10027199","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Meningitis"},{"code":"10065764","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mucosal infection"},{"code":"10028524","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Myelitis"},{"code":"10061304","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Nail infection"},{"code":"10033072","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Otitis externa"},{"code":"10033078","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Otitis media"},{"code":"10055005","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ovarian infection"},{"code":"10051741","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreas infection"},{"code":"10069138","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Papulopustular rash"},{"code":"10034016","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Paronychia"},{"code":"10058674","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pelvic infection"},{"code":"10061912","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Penile infection"},{"code":"10051472","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Periorbital infection"},{"code":"10065766","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Peripheral nerve infection"},{"code":"10057262","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Peritoneal infection"},{"code":"10034835","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngitis"},{"code":"10056627","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Phlebitis infective"},{"code":"10061351","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pleural infection"},{"code":"10050662","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Prostate infection"},{"code":"10037888","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Rash pustular"},{"code":"10059827","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Rhinitis infective"},{"code":"10039413","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Salivary gland infection"},{"code":"10062156","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Scrotal infection"},{"code":"10040047","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sepsis"},{"code":"10040555","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Shingles"},{"code":"10040753","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sinusitis"},{"code":"10040872","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Skin infection"},{"code":"10065771","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestine infection"},{"code":"10062255","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Soft tissue infection"},{"code":"10062112","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Splenic infection"},{"code":"10064505","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Stoma site infection"},{"code":"10043649","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Thrush"},{"code":"10048762","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tooth infection"},{"code":"10044302","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheitis"},{"code":"10046300","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Upper respiratory infection"},{"code":"10052298","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urethral infection"},{"code":"10046571","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urinary tract infection"},{"code":"10062233","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Uterine infection"},{"code":"10046914","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vaginal infection"},{"code":"10054688","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Viremia"},{"code":"10065772","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vulval infection"},{"code":"10048038","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Wound infection"},{"code":"10002544","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Ankle fracture"},{"code":"10002899","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Aortic injury"},{"code":"10003162","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Arterial injury"},{"code":"10050458","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Biliary anastomotic leak"},{"code":"10065802","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bladder anastomotic leak"},{"code":"10006504","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Bruising"},{"code":"10006634","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Burn"},{"code":"10061103","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Dermatitis radiation"},{"code":"10065961","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Esophageal anastomotic leak"},{"code":"10016173","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Fall"},{"code":"10065788","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Fallopian tube anastomotic leak"},{"code":"10065790","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Fallopian tube perforation"},{"code":"10017076","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Fracture"},{"code":"10065893","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastric anastomotic leak"},{"code":"10065879","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastrointestinal anastomotic leak"},{"code":"10065712","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Gastrointestinal stoma necrosis"},{"code":"10020100","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Hip fracture"},{"code":"10051792","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Infusion related reaction"},{"code":"10022161","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Injury to carotid artery"},{"code":"10022213","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Injury to inferior vena cava"},{"code":"10065849","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Injury to jugular vein"},{"code":"10022356","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Injury to superior vena cava"},{"code":"10022117","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Injury, poisoning and procedural complications - Other, specify"},{"code":"10059095","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intestinal stoma leak"},{"code":"10059094","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intestinal stoma obstruction"},{"code":"10049468","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intestinal stoma site bleeding"},{"code":"10065826","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative arterial injury"},{"code":"10065831","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative breast injury"},{"code":"10065843","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative cardiac injury"},{"code":"10065844","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative ear injury"},{"code":"10065834","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative endocrine injury"},{"code":"10065825","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative gastrointestinal injury"},{"code":"10065842","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative head and neck injury"},{"code":"10055298","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative hemorrhage"},{"code":"10065827","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative hepatobiliary injury"},{"code":"10065829","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative musculoskeletal injury"},{"code":"10065830","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative neurological injury"},{"code":"10065841","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative ocular injury"},{"code":"10065845","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative renal injury"},{"code":"10065840","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative reproductive tract injury"},{"code":"10065832","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative respiratory injury"},{"code":"10065847","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative splenic injury"},{"code":"10065828","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative urinary injury"},{"code":"10065848","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intraoperative venous injury"},{"code":"10065803","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Kidney anastomotic leak"},{"code":"10065891","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Large intestinal anastomotic leak"},{"code":"10050457","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pancreatic anastomotic leak"},{"code":"10065705","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngeal anastomotic leak"},{"code":"10055322","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Postoperative hemorrhage"},{"code":"10056745","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Postoperative thoracic procedure complication"},{"code":"10065745","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Prolapse of intestinal stoma"},{"code":"10065822","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Prolapse of urostomy"},{"code":"10037767","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Radiation recall reaction (dermatologic)"},{"code":"10065894","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rectal anastomotic leak"},{"code":"10040102","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Seroma"},{"code":"10065892","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Small intestinal anastomotic leak"},{"code":"10065897","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Spermatic cord anastomotic leak"},{"code":"10041569","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Spinal fracture"},{"code":"10065898","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Stenosis of gastrointestinal stoma"},{"code":"10042127","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Stomal ulcer"},{"code":"10062548","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheal hemorrhage"},{"code":"10044291","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheal obstruction"},{"code":"10065749","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheostomy site bleeding"},{"code":"10065814","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ureteric anastomotic leak"},{"code":"10065815","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urethral anastomotic leak"},{"code":"10065882","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urostomy leak"},{"code":"10065883","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urostomy obstruction"},{"code":"10065748","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urostomy site bleeding"},{"code":"10065885","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urostomy stenosis"},{"code":"10065886","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Uterine anastomotic leak"},{"code":"10046810","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Uterine perforation"},{"code":"10046861","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Vaccination complication"},{"code":"10065887","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vaginal anastomotic leak"},{"code":"10065888","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vas deferens anastomotic leak"},{"code":"10062169","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vascular access complication"},{"code":"10047228","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Venous injury"},{"code":"10053692","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Wound complication"},{"code":"10048031","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Wound dehiscence"},{"code":"10048049","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Wrist fracture"},{"code":"10000636","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Activated partial thromboplastin time prolonged"},{"code":"10001551","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Alanine aminotransferase increased"},{"code":"10001675","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Alkaline phosphatase increased"},{"code":"10003481","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Aspartate aminotransferase increased"},{"code":"10005332","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Blood antidiuretic hormone abnormal"},{"code":"10005359","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Blood bicarbonate decreased"},{"code":"10005364","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Blood bilirubin increased"},{"code":"10005452","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Blood corticotrophin decreased"},{"code":"10005561","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Blood gonadotrophin abnormal"},{"code":"10005630","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Blood lactate dehydrogenase increased"},{"code":"10005778","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Blood prolactin abnormal"},{"code":"10065906","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Carbon monoxide diffusing capacity decreased"},{"code":"10007612","definition":"what it is","grades":{"1":"invented 1","3":"invented 3"},"note":"","term":"Cardiac troponin I increased"},{"code":"10007613","definition":"what it is","grades":{"1":"invented 1","3":"invented 3"},"note":"","term":"Cardiac troponin T increased"},{"code":"10007839","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"CD4 lymphocytes decreased"},{"code":"10008661","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Cholesterol high"},{"code":"10011268","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"CPK increased"},{"code":"10011368","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Creatinine increased"},{"code":"10050528","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Ejection fraction decreased"},{"code":"10014383","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Electrocardiogram QT corrected interval prolonged"},{"code":"10050380","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Electrocardiogram T wave abnormal"},{"code":"10016596","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Fibrinogen decreased"},{"code":"10016987","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Forced expiratory volume decreased"},{"code":"10056910","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"GGT increased"},{"code":"10018748","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Growth hormone abnormal"},{"code":"10019150","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Haptoglobin decreased"},{"code":"10055599","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hemoglobin increased"},{"code":"10022402","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"INR increased"},{"code":"10022891","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Investigations - Other, specify"},{"code":"10024574","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Lipase increased"},{"code":"10025256","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Lymphocyte count decreased"},{"code":"10025258","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Lymphocyte count increased"},{"code":"10029366","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Neutrophil count decreased"},{"code":"10062646","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pancreatic enzymes decreased"},{"code":"10035528","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Platelet count decreased"},{"code":"10040139","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Serum amylase increased"},{"code":"10043770","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Thyroid stimulating hormone increased"},{"code":"10059895","definition":"what it is","grades":{"3":"invented 3","4":"invented 4"},"note":"","term":"Urine output decreased"},{"code":"10047580","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Vital capacity abnormal"},{"code":"10047896","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Weight gain"},{"code":"10047900","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Weight loss"},{"code":"10049182","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"White blood cell decreased"},{"code":"10000486","definition":"what it is","grades":{"1":"invented 1","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Acidosis"},{"code":"10001598","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Alcohol intolerance"},{"code":"10001680","definition":"what it is","grades":{"1":"invented 1","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Alkalosis"},{"code":"10002646","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Anorexia"},{"code":"10012174","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Dehydration"},{"code":"10052426","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Glucose intolerance"},{"code":"10020587","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypercalcemia"},{"code":"10020639","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hyperglycemia"},{"code":"10020647","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hyperkalemia"},{"code":"10020667","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Hyperlipidemia"},{"code":"10020670","definition":"what it is","grades":{"1":"invented 1","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypermagnesemia"},{"code":"10020680","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypernatremia"},{"code":"10020712","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hyperphosphatemia"},{"code":"10020870","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypertriglyceridemia"},{"code":"10020907","definition":"what it is","grades":{"1":"invented 1","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hyperuricemia"},{"code":"10020943","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypoalbuminemia"},{"code":"10020949","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypocalcemia"},{"code":"10021005","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypoglycemia"},{"code":"10021018","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypokalemia"},{"code":"10021028","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypomagnesemia"},{"code":"10021038","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hyponatremia"},{"code":"10021059","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypophosphatemia"},{"code":"10065973","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Iron overload"},{"code":"10027433","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Metabolism and nutrition disorders - Other, specify"},{"code":"10029883","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Obesity"},{"code":"10045152","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tumor lysis syndrome"},{"code":"10065775","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Abdominal soft tissue necrosis"},{"code":"10003239","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Arthralgia"},{"code":"10003246","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Arthritis"},{"code":"10066480","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Avascular necrosis"},{"code":"10003988","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Back pain"},{"code":"10006002","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Bone pain"},{"code":"10048677","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Buttock pain"},{"code":"10048831","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Chest wall necrosis"},{"code":"10008496","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Chest wall pain"},{"code":"10015688","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Exostosis"},{"code":"10065799","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Fibrosis deep connective tissue"},{"code":"10016750","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Flank pain"},{"code":"10062572","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Generalized muscle weakness"},{"code":"10018761","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Growth suppression"},{"code":"10065779","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Head soft tissue necrosis"},{"code":"10023215","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Joint effusion"},{"code":"10048706","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Joint range of motion decreased"},{"code":"10065796","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Joint range of motion decreased cervical spine"},{"code":"10065800","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Joint range of motion decreased lumbar spine"},{"code":"10023509","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Kyphosis"},{"code":"10024842","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lordosis"},{"code":"10028294","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Muscle cramp"},{"code":"10065776","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Muscle weakness lower limb"},{"code":"10065795","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Muscle weakness trunk"},{"code":"10065895","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Muscle weakness upper limb"},{"code":"10028395","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Musculoskeletal and connective tissue disorder - Other, specify"},{"code":"10065783","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Musculoskeletal deformity"},{"code":"10028411","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Myalgia"},{"code":"10028653","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Myositis"},{"code":"10028836","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Neck pain"},{"code":"10065781","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Neck soft tissue necrosis"},{"code":"10031264","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Osteonecrosis"},{"code":"10064658","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Osteonecrosis of jaw"},{"code":"10031282","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Osteoporosis"},{"code":"10033425","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pain in extremity"},{"code":"10065793","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pelvic soft tissue necrosis"},{"code":"10039020","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rhabdomyolysis"},{"code":"10039226","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Rotator cuff injury"},{"code":"10039722","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Scoliosis"},{"code":"10065777","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Soft tissue necrosis lower limb"},{"code":"10065778","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Soft tissue necrosis upper limb"},{"code":"10065798","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Superficial soft tissue fibrosis"},{"code":"10044684","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Trismus"},{"code":"10065738","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Unequal limb length"},{"code":"10048293","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Leukemia secondary to oncology chemotherapy"},{"code":"10028533","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Myelodysplastic syndrome"},{"code":"10029104","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Neoplasms benign, malignant and unspecified (incl cysts and polyps) - Other, specify"},{"code":"10040907","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Skin papilloma"},{"code":"10049737","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Treatment related secondary malignancy"},{"code":"10055351","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tumor hemorrhage"},{"code":"10045158","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Tumor pain"},{"code":"10053662","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Abducens nerve disorder"},{"code":"10060929","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Accessory nerve disorder"},{"code":"10000521","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Acoustic nerve disorder NOS"},{"code":"10001540","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Akathisia"},{"code":"10001949","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Amnesia"},{"code":"10002653","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Anosmia"},{"code":"10002953","definition":"what it is","grades":{"3":"invented 3"},"note":"","term":"Aphonia"},{"code":"10003074","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Arachnoiditis"},{"code":"10003591","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Ataxia"},{"code":"10065417","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Brachial plexopathy"},{"code":"10065784","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Central nervous system necrosis"},{"code":"10008164","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cerebrospinal fluid leakage"},{"code":"10009845","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Cognitive disturbance"},{"code":"10010250","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Concentration impairment"},{"code":"10012373","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Depressed level of consciousness"},{"code":"10013573","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dizziness"},{"code":"10013887","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dysarthria"},{"code":"10062872","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dysesthesia"},{"code":"10013911","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Dysgeusia"},{"code":"10013951","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dysphasia"},{"code":"10014217","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Edema cerebral"},{"code":"10014625","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Encephalopathy"},{"code":"10015832","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Extrapyramidal disorder"},{"code":"10051272","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Facial muscle weakness"},{"code":"10061457","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Facial nerve disorder"},{"code":"10061185","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Glossopharyngeal nerve disorder"},{"code":"10018767","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Guillain-Barre syndrome"},{"code":"10019211","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Headache"},{"code":"10020508","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hydrocephalus"},{"code":"10020765","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hypersomnia"},{"code":"10061212","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hypoglossal nerve disorder"},{"code":"10022763","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Intracranial hemorrhage"},{"code":"10023030","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Ischemia cerebrovascular"},{"code":"10024264","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Lethargy"},{"code":"10024382","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Leukoencephalopathy"},{"code":"10027175","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Memory impairment"},{"code":"10027198","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Meningismus"},{"code":"10028041","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Movements involuntary"},{"code":"10065780","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Muscle weakness left-sided"},{"code":"10065794","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Muscle weakness right-sided"},{"code":"10028417","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Myasthenia gravis"},{"code":"10029205","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Nervous system disorders - Other, specify"},{"code":"10029223","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Neuralgia"},{"code":"10029864","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Nystagmus"},{"code":"10053661","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Oculomotor nerve disorder"},{"code":"10056388","definition":"what it is","grades":{"2":"invented 2","3":"invented 3"},"note":"","term":"Olfactory nerve disorder"},{"code":"10033987","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Paresthesia"},{"code":"10034580","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Peripheral motor neuropathy"},{"code":"10034620","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Peripheral sensory neuropathy"},{"code":"10056238","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Phantom pain"},{"code":"10036653","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Presyncope"},{"code":"10063636","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pyramidal tract syndrome"},{"code":"10061928","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Radiculitis"},{"code":"10038130","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Recurrent laryngeal nerve palsy"},{"code":"10063761","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Reversible posterior leukoencephalopathy syndrome"},{"code":"10039906","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Seizure"},{"code":"10041349","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Somnolence"},{"code":"10041416","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Spasticity"},{"code":"10041549","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Spinal cord compression"},{"code":"10042244","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Stroke"},{"code":"10042772","definition":"what it is","grades":{"3":"invented 3"},"note":"","term":"Syncope"},{"code":"10043245","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Tendon reflex decreased"},{"code":"10044391","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Transient ischemic attacks"},{"code":"10044565","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Tremor"},{"code":"10060890","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Trigeminal nerve disorder"},{"code":"10074765","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Trochlear nerve disorder"},{"code":"10061403","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vagus nerve disorder"},{"code":"10047166","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vasovagal reaction"},{"code":"10054746","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Fetal growth retardation"},{"code":"10072314","definition":"what it is","grades":{"4":"invented 4"},"note":"","term":"Pregnancy loss"},{"code":"10036585","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pregnancy, puerperium and perinatal conditions - Other, specify"},{"code":"10036595","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Premature delivery"},{"code":"10001497","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Agitation"},{"code":"10002652","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Anorgasmia"},{"code":"10002855","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Anxiety"},{"code":"10010300","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Confusion"},{"code":"10057066","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Delayed orgasm"},{"code":"10012218","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Delirium"},{"code":"10012260","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Delusions"},{"code":"10012378","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Depression"},{"code":"10015533","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Euphoria"},{"code":"10019077","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hallucinations"},{"code":"10022437","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Insomnia"},{"code":"10022998","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Irritability"},{"code":"10024419","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Libido decreased"},{"code":"10024421","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Libido increased"},{"code":"10026749","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mania"},{"code":"10034719","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Personality change"},{"code":"10037175","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Psychiatric disorders - Other, specify"},{"code":"10037234","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Psychosis"},{"code":"10038743","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Restlessness"},{"code":"10042458","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Suicidal ideation"},{"code":"10042464","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Suicide attempt"},{"code":"10069339","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Acute kidney injury"},{"code":"10063575","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bladder perforation"},{"code":"10048994","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Bladder spasm"},{"code":"10064848","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Chronic kidney disease"},{"code":"10063057","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Cystitis noninfective"},{"code":"10013990","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Dysuria"},{"code":"10068405","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Glucosuria"},{"code":"10019450","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hematuria"},{"code":"10019489","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Hemoglobinuria"},{"code":"10029164","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Nephrotic syndrome"},{"code":"10037032","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Proteinuria"},{"code":"10038359","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Renal and urinary disorders - Other, specify"},{"code":"10038385","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Renal calculi"},{"code":"10038419","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Renal colic"},{"code":"10038463","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Renal hemorrhage"},{"code":"10065368","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urinary fistula"},{"code":"10046539","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Urinary frequency"},{"code":"10046543","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Urinary incontinence"},{"code":"10046555","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urinary retention"},{"code":"10061574","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Urinary tract obstruction"},{"code":"10062225","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Urinary tract pain"},{"code":"10046593","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Urinary urgency"},{"code":"10046628","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Urine discoloration"},{"code":"10001927","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Amenorrhea"},{"code":"10003883","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Azoospermia"},{"code":"10006179","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Breast atrophy"},{"code":"10006298","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Breast pain"},{"code":"10013934","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dysmenorrhea"},{"code":"10013941","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dyspareunia"},{"code":"10014326","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Ejaculation disorder"},{"code":"10061461","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Erectile dysfunction"},{"code":"10065789","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Fallopian tube obstruction"},{"code":"10054382","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Feminization acquired"},{"code":"10018146","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Genital edema"},{"code":"10018801","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Gynecomastia"},{"code":"10060602","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hematosalpinx"},{"code":"10022992","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Irregular menstruation"},{"code":"10061261","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Lactation disorder"},{"code":"10027313","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Menorrhagia"},{"code":"10065823","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Nipple deformity"},{"code":"10030300","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Oligospermia"},{"code":"10065763","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ovarian hemorrhage"},{"code":"10033279","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Ovarian rupture"},{"code":"10033314","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Ovulation pain"},{"code":"10064026","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pelvic floor muscle weakness"},{"code":"10034263","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pelvic pain"},{"code":"10034310","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Penile pain"},{"code":"10061339","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Perineal pain"},{"code":"10036601","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Premature menopause"},{"code":"10055325","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Prostatic hemorrhage"},{"code":"10055026","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Prostatic obstruction"},{"code":"10036968","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Prostatic pain"},{"code":"10038604","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Reproductive system and breast disorders - Other, specify"},{"code":"10039757","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Scrotal pain"},{"code":"10065762","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Spermatic cord hemorrhage"},{"code":"10065805","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Spermatic cord obstruction"},{"code":"10043306","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Testicular disorder"},{"code":"10055347","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Testicular hemorrhage"},{"code":"10043345","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Testicular pain"},{"code":"10065811","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Uterine fistula"},{"code":"10046789","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Uterine hemorrhage"},{"code":"10065928","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Uterine obstruction"},{"code":"10046809","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Uterine pain"},{"code":"10046901","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Vaginal discharge"},{"code":"10046904","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Vaginal dryness"},{"code":"10065813","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vaginal fistula"},{"code":"10046912","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vaginal hemorrhage"},{"code":"10046916","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4"},"note":"","term":"Vaginal inflammation"},{"code":"10065817","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Vaginal obstruction"},{"code":"10046937","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Vaginal pain"},{"code":"10065818","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vaginal perforation"},{"code":"10053496","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","5":"invented 5"},"note":"","term":"Vaginal stricture"},{"code":"10001409","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Adult respiratory distress syndrome"},{"code":"10001723","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Allergic rhinitis"},{"code":"10002972","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Apnea"},{"code":"10003504","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Aspiration"},{"code":"10003598","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Atelectasis"},{"code":"10006437","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchial fistula"},{"code":"10006440","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchial obstruction"},{"code":"10063524","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchial stricture"},{"code":"10053481","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchopleural fistula"},{"code":"10065746","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchopulmonary hemorrhage"},{"code":"10006482","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bronchospasm"},{"code":"10051228","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Chylothorax"},{"code":"10011224","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Cough"},{"code":"10013963","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Dyspnea"},{"code":"10015090","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Epistaxis"},{"code":"10020039","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hiccups"},{"code":"10020201","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hoarseness"},{"code":"10021143","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypoxia"},{"code":"10023838","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngeal edema"},{"code":"10065786","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngeal fistula"},{"code":"10065759","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngeal hemorrhage"},{"code":"10065735","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Laryngeal inflammation"},{"code":"10065880","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngeal mucositis"},{"code":"10059639","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngeal obstruction"},{"code":"10023862","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngeal stenosis"},{"code":"10062667","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngopharyngeal dysesthesia"},{"code":"10023891","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Laryngospasm"},{"code":"10056356","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Mediastinal hemorrhage"},{"code":"10028735","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Nasal congestion"},{"code":"10068319","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Oropharyngeal pain"},{"code":"10034825","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngeal fistula"},{"code":"10055315","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngeal hemorrhage"},{"code":"10065881","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngeal mucositis"},{"code":"10065706","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngeal necrosis"},{"code":"10050028","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pharyngeal stenosis"},{"code":"10034844","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pharyngolaryngeal pain"},{"code":"10035598","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pleural effusion"},{"code":"10055319","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pleural hemorrhage"},{"code":"10035623","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pleuritic pain"},{"code":"10035742","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pneumonitis"},{"code":"10035759","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pneumothorax"},{"code":"10036402","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Postnasal drip"},{"code":"10036790","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Productive cough"},{"code":"10037375","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pulmonary edema"},{"code":"10037383","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pulmonary fibrosis"},{"code":"10065873","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pulmonary fistula"},{"code":"10037400","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Pulmonary hypertension"},{"code":"10038695","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Respiratory failure"},{"code":"10038738","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Respiratory, thoracic and mediastinal disorders - Other, specify"},{"code":"10038921","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Retinoic acid syndrome"},{"code":"10039100","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Rhinorrhea"},{"code":"10062244","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sinus disorder"},{"code":"10040747","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Sinus pain"},{"code":"10040975","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Sleep apnea"},{"code":"10041232","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Sneezing"},{"code":"10041367","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Sore throat"},{"code":"10042241","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Stridor"},{"code":"10065787","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheal fistula"},{"code":"10065900","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheal mucositis"},{"code":"10050816","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Tracheal stenosis"},{"code":"10047681","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Voice alteration"},{"code":"10047924","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Wheezing"},{"code":"10001760","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Alopecia"},{"code":"10005901","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Body odor"},{"code":"10006556","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Bullous dermatitis"},{"code":"10013786","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Dry skin"},{"code":"10014184","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Eczema"},{"code":"10015218","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Erythema multiforme"},{"code":"10015277","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Erythroderma"},{"code":"10016241","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Fat atrophy"},{"code":"10055525","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Hair color changes"},{"code":"10019049","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Hair texture abnormal"},{"code":"10020112","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Hirsutism"},{"code":"10020642","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hyperhidrosis"},{"code":"10020649","definition":"what it is","grades":{"1":"invented 1","3":"invented 3"},"note":"","term":"Hyperkeratosis"},{"code":"10020864","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Hypertrichosis"},{"code":"10021013","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypohidrosis"},{"code":"10062315","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lipohypertrophy"},{"code":"10028689","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Nail changes"},{"code":"10028691","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Nail discoloration"},{"code":"10049281","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Nail loss"},{"code":"10062283","definition":"what it is","grades":{"1":"invented 1"},"note":"","term":"Nail ridging"},{"code":"10033474","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pain of skin"},{"code":"10054524","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Palmar-plantar erythrodysesthesia syndrome"},{"code":"10034966","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Photosensitivity"},{"code":"10037087","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Pruritus"},{"code":"10037549","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Purpura"},{"code":"10037847","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Rash acneiform"},{"code":"10037868","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Rash maculo-papular"},{"code":"10049120","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Scalp pain"},{"code":"10040785","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Skin and subcutaneous tissue disorders - Other, specify"},{"code":"10040799","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Skin atrophy"},{"code":"10040865","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Skin hyperpigmentation"},{"code":"10040868","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Skin hypopigmentation"},{"code":"10051837","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Skin induration"},{"code":"10040947","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Skin ulceration"},{"code":"10042033","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Stevens-Johnson syndrome"},{"code":"10042344","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Subcutaneous emphysema"},{"code":"10043189","definition":"what it is","grades":{"1":"invented 1","2":"invented 2"},"note":"","term":"Telangiectasia"},{"code":"10044223","definition":"what it is","grades":{"4":"invented 4","5":"invented 5"},"note":"","term":"Toxic epidermal necrolysis"},{"code":"10046735","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Urticaria"},{"code":"10041244","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Social circumstances - Other, specify"},{"code":"10042613","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Surgical and medical procedures - Other, specify"},{"code":"10073529","definition":"what it is","grades":{"3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Arterial thromboembolism"},{"code":"10007196","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Capillary leak syndrome"},{"code":"10016825","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Flushing"},{"code":"10019428","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hematoma"},{"code":"10020407","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Hot flashes"},{"code":"10020772","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypertension"},{"code":"10021097","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Hypotension"},{"code":"10065773","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Lymph leakage"},{"code":"10025233","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lymphedema"},{"code":"10048642","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3"},"note":"","term":"Lymphocele"},{"code":"10034578","definition":"what it is","grades":{"2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Peripheral ischemia"},{"code":"10034879","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Phlebitis"},{"code":"10042554","definition":"what it is","grades":{"2":"invented 2"},"note":"","term":"Superficial thrombophlebitis"},{"code":"10042569","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Superior vena cava syndrome"},{"code":"10043565","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Thromboembolic event"},{"code":"10047065","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vascular disorders - Other, specify"},{"code":"10047115","definition":"what it is","grades":{"1":"invented 1","2":"invented 2","3":"invented 3","4":"invented 4","5":"invented 5"},"note":"","term":"Vasculitis"}]}','2026-11-22T18:55:07.874549+00:00');
INSERT INTO "kept_text" VALUES('3dea168ff2e6a43e0c64c3d5acaf0af2033ecdd3dcc156f16fe910feb4a11c5a','regimen','# CAPOX, every 21 days.
# Every number cites its source; to_verify marks what still needs the site''s own check against that source.
schema = 1
id = "capox"
version = "0.1"
title = "CAPOX, every 21 days"
short_title = "CAPOX"
indication = "Biliary tract cancer, advanced"
status = "draft"
planned_cycles = 8
asks = ["creatinine", "dpyd", "neutrophils", "platelets"]
visit_days = [1]
notes = [
    "Biliary tract cancer: up to 6 cycles in the phase 2 trial; second line in J Cancer 2019;10:6185.",
    "Capecitabine: whole tablets with water within 30 minutes after a meal, about 12 hours apart; missed doses are skipped.",
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

[[phase]]
id = "treatment"
title = "CAPOX"
first_cycle = 1
cycle_days = 21
source = "btc-capox"

[[drug]]
name = "oxaliplatin"
role = "platinum"
route = "iv"
days = [1]
doses_per_day = 1
sequence = 1
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
sequence = 2
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
dose = "4 mg, then 2 mg after each loose stool, at most 16 mg a day"
where = "home"
words = "loperamide"
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

# One event, two possible causes: the cautious hold until a person names the cause.

[[change_rule]]
id = "shared-liver"
system = "shared-cause"
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_baseline_above = 3, baseline_times_uln_above = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[checklist]]
id = "consent"
title = "Consent given and documented"
findings = ["signed, copy given to the patient"]
source = "checklist"

[[checklist]]
id = "allergies"
title = "Allergies and earlier reactions to these drugs asked about"
findings = ["none known"]
known = "allergies"
source = "checklist"

[[checklist]]
id = "hepatitis-b"
title = "Hepatitis B: HBsAg and anti-HBc result"
findings = ["HBsAg negative, anti-HBc negative", "HBsAg negative, anti-HBc positive: hepatology asked", "HBsAg positive: antiviral begun, hepatology asked"]
source = "checklist"

[[checklist]]
id = "pregnancy"
title = "Pregnancy excluded by a test; not breast-feeding"
findings = ["test negative, not breast-feeding"]
applies = { sex = "female", age_below = 56, otherwise = "not of childbearing potential by sex or age" }
source = "checklist"
to_verify = true

[[checklist]]
id = "contraception"
title = "Contraception and fertility talked about, for women and for men"
findings = ["talked about, contraception agreed", "talked about, not needed"]
source = "checklist"

[[checklist]]
id = "drainage"
title = "Bile duct drainage: stent or drain noted, obstruction and cholangitis excluded"
findings = ["no obstruction, no drainage needed", "stent open, no cholangitis"]
known = "drainage"
source = "checklist"

[[checklist]]
id = "dpyd"
title = "DPYD result, or the reason why it was not tested"
known = "dpyd"
source = "checklist"

[[checklist]]
id = "heart"
title = "ECG or cardiac history; QT interval before oxaliplatin"
findings = ["ECG normal, QTc below 450 ms", "no cardiac history, ECG not asked for"]
source = "checklist"

[[checklist]]
id = "electrolytes"
title = "Potassium and magnesium before oxaliplatin"
known = "labs"
analytes = ["potassium", "magnesium"]
source = "checklist"

[[checklist]]
id = "neuropathy"
title = "Neuropathy grade before the first platinum dose"
findings = ["none (grade 0)", "grade 1", "grade 2"]
source = "checklist"

[[example]]
title = "165 cm, 58.0 kg, full dose"
source = "arithmetic"

[example.given]
options = {}
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.6304"
"oxaliplatin.dose_mg" = "210"
"capecitabine.exact_mg" = "1630.44"
"capecitabine.plans.0.am_mg" = "1650"
"capecitabine.plans.0.daily_mg" = "3300"
"capecitabine.plans.0.supply.500" = "84"
"capecitabine.plans.0.supply.150" = "28"

[[example]]
title = "170 cm, 70 kg, EU table row of BSA 1.82"
source = "arithmetic"

[example.given]
options = {}
practice = "eu"
patient = { sex = "male", birth_date = "1958-03-01" }
basis = { height_cm = 170, weight_kg = 70, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.8181"
"oxaliplatin.exact_mg" = "236.36"
"oxaliplatin.dose_mg" = "235"
"capecitabine.plans.0.am_mg" = "1800"
"capecitabine.plans.0.daily_mg" = "3600"

[[example]]
title = "creatinine clearance below 30 in the EU profile"
source = "arithmetic"

[example.given]
options = {}
practice = "eu"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 160, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"renal.crcl_ml_min" = "27.24"
"alerts" = "crcl-below-30"
"released" = "false"

[[example]]
title = "140 cm, 40 kg: the last step from 500 mL to 250 mL of glucose"
source = "arithmetic"

[example.given]
options = {}
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 140, weight_kg = 40, weight_date = "2026-03-02", creatinine = { value = 60, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"
dose_level = { oxaliplatin = 85 }

[example.expect]
"bsa.m2" = "1.2472"
"oxaliplatin.exact_mg" = "106.01"
"oxaliplatin.dose_mg" = "105"
"oxaliplatin.infusion.volume_ml" = "500"
"oxaliplatin.infusion.concentration_mg_ml" = "0.21"
','2026-11-22T18:55:08.009331+00:00');
INSERT INTO "kept_text" VALUES('e8ffe1ba1e0923d1e123aadbcb7139a23dd1cdb34bac7af05024dc7c9c6e8565','regimen','# CAPOX, every 21 days.
# Every number cites its source; to_verify marks what still needs the site''s own check against that source.
schema = 1
id = "capox-site"
version = "1.0"
title = "CAPOX of this site, every 21 days"
short_title = "CAPOX"
indication = "Biliary tract cancer, advanced"
status = "draft"
planned_cycles = 8
asks = ["creatinine", "dpyd", "neutrophils", "platelets"]
visit_days = [1]
notes = [
    "Biliary tract cancer: up to 6 cycles in the phase 2 trial; second line in J Cancer 2019;10:6185.",
    "Capecitabine: whole tablets with water within 30 minutes after a meal, about 12 hours apart; missed doses are skipped.",
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

[[phase]]
id = "treatment"
title = "CAPOX"
first_cycle = 1
cycle_days = 21
source = "btc-capox"

[[drug]]
name = "oxaliplatin"
role = "platinum"
route = "iv"
days = [1]
doses_per_day = 1
sequence = 1
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
sequence = 2
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
dose = "4 mg, then 2 mg after each loose stool, at most 16 mg a day"
where = "home"
words = "loperamide"
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

# One event, two possible causes: the cautious hold until a person names the cause.

[[change_rule]]
id = "shared-liver"
system = "shared-cause"
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_baseline_above = 3, baseline_times_uln_above = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[checklist]]
id = "consent"
title = "Consent given and documented"
findings = ["signed, copy given to the patient"]
source = "checklist"

[[checklist]]
id = "allergies"
title = "Allergies and earlier reactions to these drugs asked about"
findings = ["none known"]
known = "allergies"
source = "checklist"

[[checklist]]
id = "hepatitis-b"
title = "Hepatitis B: HBsAg and anti-HBc result"
findings = ["HBsAg negative, anti-HBc negative", "HBsAg negative, anti-HBc positive: hepatology asked", "HBsAg positive: antiviral begun, hepatology asked"]
source = "checklist"

[[checklist]]
id = "pregnancy"
title = "Pregnancy excluded by a test; not breast-feeding"
findings = ["test negative, not breast-feeding"]
applies = { sex = "female", age_below = 56, otherwise = "not of childbearing potential by sex or age" }
source = "checklist"
to_verify = true

[[checklist]]
id = "contraception"
title = "Contraception and fertility talked about, for women and for men"
findings = ["talked about, contraception agreed", "talked about, not needed"]
source = "checklist"

[[checklist]]
id = "drainage"
title = "Bile duct drainage: stent or drain noted, obstruction and cholangitis excluded"
findings = ["no obstruction, no drainage needed", "stent open, no cholangitis"]
known = "drainage"
source = "checklist"

[[checklist]]
id = "dpyd"
title = "DPYD result, or the reason why it was not tested"
known = "dpyd"
source = "checklist"

[[checklist]]
id = "heart"
title = "ECG or cardiac history; QT interval before oxaliplatin"
findings = ["ECG normal, QTc below 450 ms", "no cardiac history, ECG not asked for"]
source = "checklist"

[[checklist]]
id = "electrolytes"
title = "Potassium and magnesium before oxaliplatin"
known = "labs"
analytes = ["potassium", "magnesium"]
source = "checklist"

[[checklist]]
id = "neuropathy"
title = "Neuropathy grade before the first platinum dose"
findings = ["none (grade 0)", "grade 1", "grade 2"]
source = "checklist"

[[example]]
title = "165 cm, 58.0 kg, full dose"
source = "arithmetic"

[example.given]
options = {}
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.6304"
"oxaliplatin.dose_mg" = "210"
"capecitabine.exact_mg" = "1630.44"
"capecitabine.plans.0.am_mg" = "1650"
"capecitabine.plans.0.daily_mg" = "3300"
"capecitabine.plans.0.supply.500" = "84"
"capecitabine.plans.0.supply.150" = "28"

[[example]]
title = "170 cm, 70 kg, EU table row of BSA 1.82"
source = "arithmetic"

[example.given]
options = {}
practice = "eu"
patient = { sex = "male", birth_date = "1958-03-01" }
basis = { height_cm = 170, weight_kg = 70, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.8181"
"oxaliplatin.exact_mg" = "236.36"
"oxaliplatin.dose_mg" = "235"
"capecitabine.plans.0.am_mg" = "1800"
"capecitabine.plans.0.daily_mg" = "3600"

[[example]]
title = "creatinine clearance below 30 in the EU profile"
source = "arithmetic"

[example.given]
options = {}
practice = "eu"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 160, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"renal.crcl_ml_min" = "27.24"
"alerts" = "crcl-below-30"
"released" = "false"

[[example]]
title = "140 cm, 40 kg: the last step from 500 mL to 250 mL of glucose"
source = "arithmetic"

[example.given]
options = {}
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 140, weight_kg = 40, weight_date = "2026-03-02", creatinine = { value = 60, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"
dose_level = { oxaliplatin = 85 }

[example.expect]
"bsa.m2" = "1.2472"
"oxaliplatin.exact_mg" = "106.01"
"oxaliplatin.dose_mg" = "105"
"oxaliplatin.infusion.volume_ml" = "500"
"oxaliplatin.infusion.concentration_mg_ml" = "0.21"
','2026-11-22T18:55:08.258900+00:00');
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
	row_hash TEXT NOT NULL, taken_at TEXT, status TEXT, import_id TEXT, superseded_by_id TEXT, 
	CONSTRAINT pk_lab PRIMARY KEY (id), 
	CONSTRAINT ck_lab_lln CHECK (lln IS NULL OR (trim(lln, '0123456789.') = '' AND length(lln) BETWEEN 1 AND 25 AND length(lln) - length(replace(lln, '.', '')) <= 1 AND substr(lln, 1, 1) <> '.' AND substr(lln, length(lln), 1) <> '.' AND CAST(lln AS NUMERIC) BETWEEN 0 AND 100000000)), 
	CONSTRAINT ck_lab_uln CHECK (uln IS NULL OR (trim(uln, '0123456789.') = '' AND length(uln) BETWEEN 1 AND 25 AND length(uln) - length(replace(uln, '.', '')) <= 1 AND substr(uln, 1, 1) <> '.' AND substr(uln, length(uln), 1) <> '.' AND CAST(uln AS NUMERIC) BETWEEN 0 AND 100000000)), 
	CONSTRAINT ck_lab_value CHECK (value IS NULL OR (trim(value, '0123456789.') = '' AND length(value) BETWEEN 1 AND 25 AND length(value) - length(replace(value, '.', '')) <= 1 AND substr(value, 1, 1) <> '.' AND substr(value, length(value), 1) <> '.' AND CAST(value AS NUMERIC) BETWEEN 0 AND 100000000)), 
	CONSTRAINT fk_lab_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_lab_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "lab" VALUES('0d1caa09-3453-4fed-860a-f517c43cdecf','eaa4bab1-d440-45b5-b88b-a022d13a9884','platelets','210','10^9/L',NULL,NULL,'2026-03-02',1,'2026-11-22T18:55:06.601519+00:00','2026-11-22T18:55:06.601519+00:00','170b1b62-726e-4547-b409-a286e7015a06',26,'67126a5020c4b11ec9cbcf101f153fb236cc2937a33596cd7a66884d0276198f',NULL,NULL,NULL,NULL);
INSERT INTO "lab" VALUES('2eac1769-b29b-49a9-9b51-7017efc1dbd7','eaa4bab1-d440-45b5-b88b-a022d13a9884','platelets','187','10^9/L','150','400','2026-03-23',2,'2026-11-22T18:55:07.453879+00:00','2026-11-22T18:55:07.482082+00:00','170b1b62-726e-4547-b409-a286e7015a06',52,'971fca59a070ed98850bb1b8da1bfd1bc1810cea028215dc90a2051fb8a70143','2026-03-23T07:50','F','499447dd-c8b8-413d-8b84-be124062ed98','5911725b-844d-4158-b415-939912aebb4c');
INSERT INTO "lab" VALUES('5911725b-844d-4158-b415-939912aebb4c','eaa4bab1-d440-45b5-b88b-a022d13a9884','platelets','178','10^9/L','150','400','2026-03-23',1,'2026-11-22T18:55:07.482082+00:00','2026-11-22T18:55:07.482082+00:00','170b1b62-726e-4547-b409-a286e7015a06',51,'a839257af14dbeca4e68329570e11e8d654f54cd9c3db7b0d9d24c1583ba588f','2026-03-23T07:50','C','3a806616-4ecf-4e20-82c4-eb0f006f780b',NULL);
CREATE TABLE lab_import (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	messages TEXT NOT NULL, 
	labs TEXT NOT NULL, 
	choices TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_lab_import PRIMARY KEY (id), 
	CONSTRAINT fk_lab_import_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_lab_import_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "lab_import" VALUES('499447dd-c8b8-413d-8b84-be124062ed98','eaa4bab1-d440-45b5-b88b-a022d13a9884','[{"control_id":"MF","sender":"LAB","sent_at":"20260323081500","sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"}]','["2eac1769-b29b-49a9-9b51-7017efc1dbd7"]','{"PLT":"platelets"}',1,'2026-11-22T18:55:07.453879+00:00','2026-11-22T18:55:07.453879+00:00','170b1b62-726e-4547-b409-a286e7015a06',48,'28a30e0ab4c6534edc087cefd92edcfba94160d7537446a6d34e847a337095ca');
INSERT INTO "lab_import" VALUES('3a806616-4ecf-4e20-82c4-eb0f006f780b','eaa4bab1-d440-45b5-b88b-a022d13a9884','[{"control_id":"MC","sender":"LAB","sent_at":"20260323081500","sha256":"cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc"}]','["5911725b-844d-4158-b415-939912aebb4c"]','{"PLT":"platelets"}',1,'2026-11-22T18:55:07.482082+00:00','2026-11-22T18:55:07.482082+00:00','170b1b62-726e-4547-b409-a286e7015a06',50,'c5f24b2bb8b1f1854d1d8914a5e2680ffc1dbf4a17dbe9b9b93d1770e064d6c9');
CREATE TABLE least_program (
	id INTEGER NOT NULL, 
	major INTEGER NOT NULL, 
	minor INTEGER NOT NULL, 
	patch INTEGER NOT NULL, 
	CONSTRAINT pk_least_program PRIMARY KEY (id), 
	CONSTRAINT ck_least_program_id CHECK (id = 1), 
	CONSTRAINT ck_least_program_version CHECK (major >= 0 AND minor >= 0 AND patch >= 0)
)
 STRICT

;
INSERT INTO "least_program" VALUES(1,0,1,0);
CREATE TABLE lesion (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT NOT NULL, 
	organ TEXT NOT NULL, 
	place TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	slice_mm TEXT, 
	chest_film INTEGER NOT NULL, 
	unfit TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_lesion PRIMARY KEY (id), 
	CONSTRAINT ck_lesion_role CHECK (role IN ('target', 'nontarget', 'new')), 
	CONSTRAINT ck_lesion_kind CHECK (kind IN ('node', 'non-node')), 
	CONSTRAINT ck_lesion_slice_mm CHECK (slice_mm IS NULL OR (trim(slice_mm, '0123456789.') = '' AND length(slice_mm) BETWEEN 1 AND 25 AND length(slice_mm) - length(replace(slice_mm, '.', '')) <= 1 AND substr(slice_mm, 1, 1) <> '.' AND substr(slice_mm, length(slice_mm), 1) <> '.' AND CAST(slice_mm AS NUMERIC) BETWEEN 0 AND 100)), 
	CONSTRAINT ck_lesion_name CHECK (length(name) BETWEEN 1 AND 20), 
	CONSTRAINT fk_lesion_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_lesion_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_lesion_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "lesion" VALUES('b9305758-7664-4e9c-882f-8ce223c0e93f','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','T1','target','liver','segment 7','non-node','5.0',0,'',0,'',1,'2026-11-22T18:55:07.509874+00:00','2026-11-22T18:55:07.509874+00:00','170b1b62-726e-4547-b409-a286e7015a06',53,'943cf4d5e66f173e37af7e67588ac51eeb5459608b091ffdd08660682eed1f9d');
INSERT INTO "lesion" VALUES('f0a4d9b1-1ee7-4260-abd0-8444aae3477d','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','T2','target','liver','segment 4','non-node',NULL,0,'',0,'',1,'2026-11-22T18:55:07.545746+00:00','2026-11-22T18:55:07.545746+00:00','170b1b62-726e-4547-b409-a286e7015a06',54,'4497701573eede7a780ddae9ee2e5d5b138f45c6f46d307a13345b5f6b214a12');
INSERT INTO "lesion" VALUES('63ea29a2-477c-4298-8abf-27da9a100553','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','T3','target','portal node','','node',NULL,0,'',0,'',1,'2026-11-22T18:55:07.563647+00:00','2026-11-22T18:55:07.563647+00:00','170b1b62-726e-4547-b409-a286e7015a06',55,'f32f4676683ef0259e3323d7e3928b0bc33efd548104eaebc84a837220e83c18');
INSERT INTO "lesion" VALUES('319ebe1c-25f7-4203-8594-a54855940464','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','N1','nontarget','peritoneum','','non-node',NULL,0,'fluid',0,'',1,'2026-11-22T18:55:07.586117+00:00','2026-11-22T18:55:07.586117+00:00','170b1b62-726e-4547-b409-a286e7015a06',56,'e66f9d688bb2677325cc3ad53b8d105be86945d2aa94d96828016a3958d78aac');
INSERT INTO "lesion" VALUES('24c40d7d-17bd-4a69-ac13-31323d061a9c','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','X1','new','lung','left lower lobe','non-node',NULL,0,'',0,'',1,'2026-11-22T18:55:07.717733+00:00','2026-11-22T18:55:07.717733+00:00','170b1b62-726e-4547-b409-a286e7015a06',61,'e5928fd208e7ed2c6b5279a37f3682898829fa5ed74f99d40b4899c82a07bc79');
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
INSERT INTO "measurement" VALUES('c3b196ed-0c65-4a96-bc3d-cc3db11ad22f','eaa4bab1-d440-45b5-b88b-a022d13a9884','weight_kg','58.0','2026-03-02','',1,'2026-11-22T18:55:06.589331+00:00','2026-11-22T18:55:06.589331+00:00','170b1b62-726e-4547-b409-a286e7015a06',25,'6e8c30fcbf2d9fd468e09582ec97199015d11e5b74c978f3cd559dbaf4f07ce1');
INSERT INTO "measurement" VALUES('58b64b8a-6885-57a9-adb0-bfac8767b36f','eaa4bab1-d440-45b5-b88b-a022d13a9884','weight_kg','57.60','2026-03-23','57.60',1,'2026-11-22T18:55:07.006102+00:00','2026-11-22T18:55:07.006102+00:00','170b1b62-726e-4547-b409-a286e7015a06',37,'c0a1d7a9e0bc6225c36405d4712788eeac859a1097b0ef5309b77c3e64cc7c59');
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
INSERT INTO "patient" VALUES('eaa4bab1-d440-45b5-b88b-a022d13a9884','Łukasz Żółkiewski','[["MRN","0042-118"],["Insurance","DE 7719"]]','1958-03-01','male','["penicillin","latex"]',1,'["oxaliplatin: flushing, 2024"]','["warfarin","phenytoin"]','done','1.5','["*1","c.2846A>T"]','2026-02-01','',2,'Polish','pl','daughter, 555 0100
after 17:00','metal stent',0,'gallbladder','changed',3,'2026-11-22T18:55:04.819966+00:00','2026-11-22T18:55:07.006102+00:00','170b1b62-726e-4547-b409-a286e7015a06',38,'4f14b158680d8daef6d701076c19c68020608ac770cd6c3a4a7c9dd1110bb323');
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
INSERT INTO "patient_line" VALUES('eaa4bab1-d440-45b5-b88b-a022d13a9884','Łukasz Żółkiewski','MRN 0042-118, Insurance DE 7719','1958-03-01','male','pembrolizumab + CAPOX','lukasz zolkiewski 0042 118 0042118 de 7719 de7719');
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
INSERT INTO "person" VALUES('170b1b62-726e-4547-b409-a286e7015a06','Priya Raman','pharmacist',1,1,'2026-11-22T18:55:04.687437+00:00','2026-11-22T18:55:04.687437+00:00','170b1b62-726e-4547-b409-a286e7015a06',1,'85e10f1d9286c0df4db297dd125b45a1ce98938e0e041e80820c2f71eaa4e1be');
INSERT INTO "person" VALUES('cd66acbe-0080-48a8-92d8-66aa364b6275','Quentin Ash','pharmacist',1,1,'2026-11-22T18:55:06.697663+00:00','2026-11-22T18:55:06.697663+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275',29,'b62287526285f9dde2b86667601ad645c22d0b64ab62336b293c7eb20adf8c0f');
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
INSERT INTO "print" VALUES('29da6d87-85aa-4654-93fa-2e6f37350030','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,1,'en','a4',0,'AB12-CD34','0000000000000000000000000000000000000000000000000000000000000000',NULL,'{}',1,0,2,'2026-11-22T18:55:06.961835+00:00','2026-11-22T18:55:07.134362+00:00','170b1b62-726e-4547-b409-a286e7015a06',45,'21ceb81c24baeec48b9c24fe4e531a9a50426a77e5af4ab368c09d0eca15df2d');
CREATE TABLE regimen_draft (
	id TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	state TEXT NOT NULL, 
	base_id TEXT NOT NULL, 
	base_version TEXT NOT NULL, 
	base_sha256 TEXT NOT NULL, 
	text TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	authors TEXT NOT NULL, 
	asked_id TEXT, 
	asked_at TEXT, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_regimen_draft PRIMARY KEY (id), 
	CONSTRAINT ck_regimen_draft_kind CHECK (kind IN ('regimen', 'profile')), 
	CONSTRAINT ck_regimen_draft_state CHECK (state IN ('draft', 'waiting', 'approved', 'dropped')), 
	CONSTRAINT ck_regimen_draft_text_sha256 CHECK (length(text_sha256) = 64), 
	CONSTRAINT fk_regimen_draft_asked_id FOREIGN KEY(asked_id) REFERENCES person (id), 
	CONSTRAINT fk_regimen_draft_base_sha256 FOREIGN KEY(base_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_regimen_draft_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "regimen_draft" VALUES('56457593-2d61-4a05-8305-2e21b903f8b5','regimen','approved','capox','0.1','3dea168ff2e6a43e0c64c3d5acaf0af2033ecdd3dcc156f16fe910feb4a11c5a','# CAPOX, every 21 days.
# Every number cites its source; to_verify marks what still needs the site''s own check against that source.
schema = 1
id = "capox-site"
version = "1.0"
title = "CAPOX of this site, every 21 days"
short_title = "CAPOX"
indication = "Biliary tract cancer, advanced"
status = "draft"
planned_cycles = 8
asks = ["creatinine", "dpyd", "neutrophils", "platelets"]
visit_days = [1]
notes = [
    "Biliary tract cancer: up to 6 cycles in the phase 2 trial; second line in J Cancer 2019;10:6185.",
    "Capecitabine: whole tablets with water within 30 minutes after a meal, about 12 hours apart; missed doses are skipped.",
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

[[phase]]
id = "treatment"
title = "CAPOX"
first_cycle = 1
cycle_days = 21
source = "btc-capox"

[[drug]]
name = "oxaliplatin"
role = "platinum"
route = "iv"
days = [1]
doses_per_day = 1
sequence = 1
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
sequence = 2
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
dose = "4 mg, then 2 mg after each loose stool, at most 16 mg a day"
where = "home"
words = "loperamide"
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

# One event, two possible causes: the cautious hold until a person names the cause.

[[change_rule]]
id = "shared-liver"
system = "shared-cause"
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
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
drugs = ["capecitabine"]
terms = ["Alanine aminotransferase increased", "Aspartate aminotransferase increased"]
condition = { analyte = "alt_or_ast", times_baseline_above = 3, baseline_times_uln_above = 1 }
undecided_only = true
action = "hold"
until = "obstruction excluded and the cause decided"
note = "The value alone, by the limits of CTCAE 5.0 grade 2 on the patient''s own baseline. Stent, tumour, chemotherapy or hepatitis?"
source = "planning"

[[checklist]]
id = "consent"
title = "Consent given and documented"
findings = ["signed, copy given to the patient"]
source = "checklist"

[[checklist]]
id = "allergies"
title = "Allergies and earlier reactions to these drugs asked about"
findings = ["none known"]
known = "allergies"
source = "checklist"

[[checklist]]
id = "hepatitis-b"
title = "Hepatitis B: HBsAg and anti-HBc result"
findings = ["HBsAg negative, anti-HBc negative", "HBsAg negative, anti-HBc positive: hepatology asked", "HBsAg positive: antiviral begun, hepatology asked"]
source = "checklist"

[[checklist]]
id = "pregnancy"
title = "Pregnancy excluded by a test; not breast-feeding"
findings = ["test negative, not breast-feeding"]
applies = { sex = "female", age_below = 56, otherwise = "not of childbearing potential by sex or age" }
source = "checklist"
to_verify = true

[[checklist]]
id = "contraception"
title = "Contraception and fertility talked about, for women and for men"
findings = ["talked about, contraception agreed", "talked about, not needed"]
source = "checklist"

[[checklist]]
id = "drainage"
title = "Bile duct drainage: stent or drain noted, obstruction and cholangitis excluded"
findings = ["no obstruction, no drainage needed", "stent open, no cholangitis"]
known = "drainage"
source = "checklist"

[[checklist]]
id = "dpyd"
title = "DPYD result, or the reason why it was not tested"
known = "dpyd"
source = "checklist"

[[checklist]]
id = "heart"
title = "ECG or cardiac history; QT interval before oxaliplatin"
findings = ["ECG normal, QTc below 450 ms", "no cardiac history, ECG not asked for"]
source = "checklist"

[[checklist]]
id = "electrolytes"
title = "Potassium and magnesium before oxaliplatin"
known = "labs"
analytes = ["potassium", "magnesium"]
source = "checklist"

[[checklist]]
id = "neuropathy"
title = "Neuropathy grade before the first platinum dose"
findings = ["none (grade 0)", "grade 1", "grade 2"]
source = "checklist"

[[example]]
title = "165 cm, 58.0 kg, full dose"
source = "arithmetic"

[example.given]
options = {}
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.6304"
"oxaliplatin.dose_mg" = "210"
"capecitabine.exact_mg" = "1630.44"
"capecitabine.plans.0.am_mg" = "1650"
"capecitabine.plans.0.daily_mg" = "3300"
"capecitabine.plans.0.supply.500" = "84"
"capecitabine.plans.0.supply.150" = "28"

[[example]]
title = "170 cm, 70 kg, EU table row of BSA 1.82"
source = "arithmetic"

[example.given]
options = {}
practice = "eu"
patient = { sex = "male", birth_date = "1958-03-01" }
basis = { height_cm = 170, weight_kg = 70, weight_date = "2026-03-02", creatinine = { value = 70, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"bsa.m2" = "1.8181"
"oxaliplatin.exact_mg" = "236.36"
"oxaliplatin.dose_mg" = "235"
"capecitabine.plans.0.am_mg" = "1800"
"capecitabine.plans.0.daily_mg" = "3600"

[[example]]
title = "creatinine clearance below 30 in the EU profile"
source = "arithmetic"

[example.given]
options = {}
practice = "eu"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 165, weight_kg = 58.0, weight_date = "2026-03-02", creatinine = { value = 160, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"

[example.expect]
"renal.crcl_ml_min" = "27.24"
"alerts" = "crcl-below-30"
"released" = "false"

[[example]]
title = "140 cm, 40 kg: the last step from 500 mL to 250 mL of glucose"
source = "arithmetic"

[example.given]
options = {}
practice = "us"
patient = { sex = "female", birth_date = "1958-03-01" }
basis = { height_cm = 140, weight_kg = 40, weight_date = "2026-03-02", creatinine = { value = 60, unit = "umol/L", date = "2026-03-02" }, dpyd_activity_score = "2.0" }
labs = { neutrophils = { value = 3.1, unit = "10^9/L", date = "2026-03-02" }, platelets = { value = 210, unit = "10^9/L", date = "2026-03-02" } }
cycle = 1
day1 = "2026-03-02"
dose_level = { oxaliplatin = 85 }

[example.expect]
"bsa.m2" = "1.2472"
"oxaliplatin.exact_mg" = "106.01"
"oxaliplatin.dose_mg" = "105"
"oxaliplatin.infusion.volume_ml" = "500"
"oxaliplatin.infusion.concentration_mg_ml" = "0.21"
','e8ffe1ba1e0923d1e123aadbcb7139a23dd1cdb34bac7af05024dc7c9c6e8565','["170b1b62-726e-4547-b409-a286e7015a06"]','170b1b62-726e-4547-b409-a286e7015a06','2026-11-22T18:55:08.167337+00:00',4,'2026-11-22T18:55:07.985395+00:00','2026-11-22T18:55:08.202617+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275',71,'6a7c6a4c187f4147dcacb64887685c7461a10b0ac5ede152c7b4a8fde7568371');
CREATE TABLE restart (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	cycle INTEGER NOT NULL, 
	order_id TEXT NOT NULL, 
	hold_id TEXT NOT NULL, 
	held_to TEXT, 
	held_to_slot TEXT, 
	drug TEXT NOT NULL, 
	from_day TEXT NOT NULL, 
	from_slot TEXT NOT NULL, 
	percent TEXT, 
	level TEXT, 
	case_json TEXT NOT NULL, 
	answer_json TEXT NOT NULL, 
	regimen_sha256 TEXT NOT NULL, 
	profile_sha256 TEXT NOT NULL, 
	engine_version TEXT NOT NULL, 
	overrides TEXT NOT NULL, 
	decision_ids TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	check_code TEXT NOT NULL, 
	signed_by_id TEXT NOT NULL, 
	signed_by TEXT NOT NULL, 
	signed_role TEXT NOT NULL, 
	signed_at TEXT NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_restart PRIMARY KEY (id), 
	CONSTRAINT ck_restart_cycle CHECK (cycle BETWEEN 1 AND 200), 
	CONSTRAINT ck_restart_from_slot CHECK (from_slot IN ('am', 'pm')), 
	CONSTRAINT ck_restart_held_to_slot CHECK (held_to_slot IS NULL OR held_to_slot IN ('am', 'pm')), 
	CONSTRAINT ck_restart_percent CHECK (percent IS NULL OR (trim(percent, '0123456789.') = '' AND length(percent) BETWEEN 1 AND 25 AND length(percent) - length(replace(percent, '.', '')) <= 1 AND substr(percent, 1, 1) <> '.' AND substr(percent, length(percent), 1) <> '.' AND CAST(percent AS NUMERIC) BETWEEN 0 AND 100)), 
	CONSTRAINT ck_restart_level CHECK (level IS NULL OR (trim(level, '0123456789.') = '' AND length(level) BETWEEN 1 AND 25 AND length(level) - length(replace(level, '.', '')) <= 1 AND substr(level, 1, 1) <> '.' AND substr(level, length(level), 1) <> '.' AND CAST(level AS NUMERIC) BETWEEN 0 AND 100000)), 
	CONSTRAINT ck_restart_one_reduction CHECK ((percent IS NULL) <> (level IS NULL)), 
	CONSTRAINT ck_restart_reason CHECK (length(reason) > 0), 
	CONSTRAINT fk_restart_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_restart_hold_id FOREIGN KEY(hold_id) REFERENCES hold (id), 
	CONSTRAINT fk_restart_order_id FOREIGN KEY(order_id) REFERENCES cycle_order (id), 
	CONSTRAINT fk_restart_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_restart_profile_sha256 FOREIGN KEY(profile_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_restart_regimen_sha256 FOREIGN KEY(regimen_sha256) REFERENCES kept_text (sha256), 
	CONSTRAINT fk_restart_signed_by_id FOREIGN KEY(signed_by_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "restart" VALUES('9d9e1f02-d3db-4510-a7bf-2bae60d296c7','fa788dd6-adc9-4d3b-a266-76a18fc27ff3',1,'48dba4c9-cf58-4888-83e0-4d30174da53d','c492ca1e-c19f-49f1-9e5e-fb2aa7de9a12',NULL,NULL,'capecitabine','2026-03-13','am','75',NULL,'{"basis": {"confirmed": [], "dpyd": {"activity_score": null, "date": null, "reason": "", "status": "not_tested", "variants": null}, "height_cm": "165", "height_date": null, "weight_date": "2026-03-02", "weight_kg": "58.0"}, "chosen_plan": {"capecitabine": 0}, "cycle": 1, "day1": "2026-03-02", "delays": [], "dose_level": {}, "dose_percent": {"capecitabine": "75"}, "events": [], "history": [], "holds": [{"drug": "pembrolizumab", "from": "2026-03-02", "reason": "another reason, in words", "to": null}, {"drug": "capecitabine", "from": "2026-03-10", "from_slot": "pm", "reason": "diarrhoea: grade 3", "to": "2026-03-12"}], "labs": {}, "liver_involvement": null, "medicines": [], "options": {"ici": "pembrolizumab"}, "patient": {"allergies": [], "birth_date": "1958-03-01", "identifiers": [], "name": "", "reactions": [], "sex": "male"}, "policy": {}, "practice": "us", "regimen": "ici-capox", "revision": 1, "starting_percent": {}, "stopped": {}}','{"age_y": 68, "alerts": [{"code": "dpyd-missing", "drug": "capecitabine", "once": "cycle", "params": {}, "proposed_percent": null, "severity": "stop", "source": "US Xeloda label, set e702d84d, version 32 (2026-02-05), boxed warning: test DPYD before starting unless treatment cannot wait", "text": "No DPYD result is given and this practice tests before capecitabine is started. Enter the result, or have treatment without it decided by name with a reason.", "title": "DPYD result missing"}], "bsa": {"cap_m2": null, "capped": false, "dosing_m2": "1.630439613519413154145299617617351", "formula": "mosteller", "kept_weight_kg": null, "m2": "1.630439613519413154145299617617351"}, "cycle": 1, "day1": "2026-03-02", "defaults_used": ["policy.bsa_formula", "policy.bsa_cap_m2", "policy.crcl_weight", "policy.capecitabine_rounding", "policy.tablets_mg", "policy.tablet_packs", "policy.max_variance_percent.oral", "policy.max_variance_percent.iv", "policy.unequal_am_pm", "policy.unequal_most_mg", "policy.first_dose", "policy.dose_steps_mg", "policy.default_step_mg", "policy.vials_mg", "policy.weight_change_percent", "policy.dose_change_percent", "policy.near_crcl_ml_min", "policy.weight_valid_days", "policy.lab_valid_days", "policy.creatinine_valid_days", "policy.height_change_cm", "policy.share_vials"], "doses": [{"capped": false, "chosen": 0, "cold_days": 0, "days": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14], "dose_level": null, "dose_mg": "1200", "doses_per_day": 2, "drug": "capecitabine", "effective_level": "750", "exact_mg": "1222.829710139559865608974713213013", "held": false, "level": "1000", "per": "m2", "percent": "75", "plans": [{"am": {"150": 8}, "am_mg": "1200", "daily_mg": "2400", "label_answer": true, "packs": {"150": 1}, "pm": {"150": 8}, "pm_mg": "1200", "supply": {"150": 48}, "tablets_per_day": 16, "variance_percent": "-1.866957430806481004420838061902326", "within_limit": true}, {"am": {"150": 5, "500": 1}, "am_mg": "1250", "daily_mg": "2500", "label_answer": false, "packs": {"150": 1, "500": 1}, "pm": {"150": 5, "500": 1}, "pm_mg": "1250", "supply": {"150": 30, "500": 6}, "tablets_per_day": 12, "variance_percent": "2.221919342909915620394960352185077", "within_limit": true}, {"am": {"150": 1, "500": 2}, "am_mg": "1150", "daily_mg": "2300", "label_answer": false, "packs": {"150": 1, "500": 1}, "pm": {"150": 1, "500": 2}, "pm_mg": "1150", "supply": {"150": 6, "500": 12}, "tablets_per_day": 6, "variance_percent": "-5.955834204522877629236636475989729", "within_limit": false}, {"am": {"150": 2, "500": 2}, "am_mg": "1300", "daily_mg": "2600", "label_answer": false, "packs": {"150": 1, "500": 1}, "pm": {"150": 2, "500": 2}, "pm_mg": "1300", "supply": {"150": 12, "500": 12}, "tablets_per_day": 8, "variance_percent": "6.31079611662631224521075876627248", "within_limit": false}], "proof": ["BSA, Mosteller 1987: sqrt(165 x 58.0 / 3600) = 1.6304 m2 [Mosteller RD. N Engl J Med 1987;317:1098]", "Dose level, per dose: 1000 mg/m2 [US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning; ici-capox version 0.1]", "Percent of the start: 1000 mg/m2 x 75 % = 750 mg/m2 [decided by a person]", "Exact dose, before rounding: 750 mg/m2 x 1.6304 m2 = 1222.83 mg", "Exact dose, per day: 1222.83 mg per dose x 2 doses = 2445.66 mg", "Label rounding: 1222.83 mg to the nearest 150 mg = 1200 mg [US capecitabine label, section 2.8: nearest 150 mg]", "Tablets, per day: morning 8 x 150 mg, evening 8 x 150 mg = 2400 mg [tablets_mg: practice profile us; Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets]", "Difference from the exact dose: (2400 - 2445.66) / 2445.66 x 100 = -1.87 %", "Doses left in the cycle: 28 doses of the cycle - 17 before the hold - 5 missed, not made up = 6 doses", "Tablets to the end of the cycle: 3 mornings, 3 evenings: 48 x 150 mg = 48 tablets"], "proof_steps": [{"formula": "sqrt(165 x 58.0 / 3600)", "inputs": {"height_cm": "165", "height_date": "not given", "weight_date": "2026-03-02", "weight_kg": "58.0"}, "result": "1.630439613519413154145299617617351", "shown": "1.6304", "source": "Mosteller RD. N Engl J Med 1987;317:1098", "step": "bsa", "title": "BSA, Mosteller 1987", "unit": "m2"}, {"formula": "1000 mg/m2", "inputs": {}, "result": "1000", "shown": "1000", "source": "US Xeloda label, set e702d84d, version 32 (2026-02-05): sections 2.2, 2.6 to 2.8, boxed warning; ici-capox version 0.1", "step": "level", "title": "Dose level, per dose", "unit": "mg/m2"}, {"formula": "1000 mg/m2 x 75 %", "inputs": {"dose_percent": "75", "of_start": "1000"}, "result": "750", "shown": "750", "source": "decided by a person", "step": "percent", "title": "Percent of the start", "unit": "mg/m2"}, {"formula": "750 mg/m2 x 1.6304 m2", "inputs": {"bsa_m2": "1.630439613519413154145299617617351"}, "result": "1222.829710139559865608974713213013", "shown": "1222.83", "source": "", "step": "exact", "title": "Exact dose, before rounding", "unit": "mg"}, {"formula": "1222.83 mg per dose x 2 doses", "inputs": {"doses_per_day": "2", "per_dose_mg": "1222.829710139559865608974713213013"}, "result": "2445.659420279119731217949426426026", "shown": "2445.66", "source": "", "step": "exact_per_day", "title": "Exact dose, per day", "unit": "mg"}, {"formula": "1222.83 mg to the nearest 150 mg", "inputs": {"exact_mg": "1222.829710139559865608974713213013"}, "result": "1200", "shown": "1200", "source": "US capecitabine label, section 2.8: nearest 150 mg", "step": "rounding", "title": "Label rounding", "unit": "mg"}, {"formula": "morning 8 x 150 mg, evening 8 x 150 mg", "inputs": {"max_variance_percent": "5", "tablets_mg": "150, 500"}, "result": "2400", "shown": "2400", "source": "tablets_mg: practice profile us; Capecitabine labels of the US, EU and China: 150 mg and 500 mg tablets", "step": "tablets", "title": "Tablets, per day", "unit": "mg"}, {"formula": "(2400 - 2445.66) / 2445.66 x 100", "inputs": {"exact_mg": "2445.659420279119731217949426426026", "given_mg": "2400"}, "result": "-1.866957430806481004420838061902326", "shown": "-1.87", "source": "", "step": "variance", "title": "Difference from the exact dose", "unit": "%"}, {"formula": "28 doses of the cycle - 17 before the hold - 5 missed, not made up", "inputs": {"missed": "5", "planned": "28", "taken_before": "17"}, "result": "6", "shown": "6", "source": "", "step": "doses_left", "title": "Doses left in the cycle", "unit": "doses"}, {"formula": "3 mornings, 3 evenings: 48 x 150 mg", "inputs": {"from": "2026-03-13, morning", "to": "2026-03-15, evening"}, "result": "48", "shown": "48", "source": "", "step": "supply", "title": "Tablets to the end of the cycle", "unit": "tablets"}], "route": "po", "starting_percent": "100", "tie": false, "variance_percent": "-1.866957430806481004420838061902326"}], "engine_version": "3", "limit_set": "default", "options": {"ici": "pembrolizumab"}, "practice": {"id": "us", "sha256": "63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533"}, "regimen": {"id": "ici-capox", "sha256": "2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d", "version": "0.1"}, "released": false, "renal": null, "restart": {"evenings": 3, "from": "2026-03-13", "from_slot": "am", "missed": 5, "mornings": 3, "taken": 17, "to": "2026-03-15", "to_slot": "pm"}}','2d43991ea8db6bad89f28f500a42be01a4b8c9d9be82b8badf018ee2ee31c20d','63f91c15f1c0ca47105716ec8fbffd22b61a021a1860ad58bbb5f5f8ed654533','3','{"dpyd-missing:capecitabine":"tested elsewhere"}','["18fca827-79a3-4182-88ac-15785a382a51"]','diarrhoea down to grade 1','F689-BFC5','170b1b62-726e-4547-b409-a286e7015a06','Priya Raman','pharmacist','2026-11-22T18:55:07.265961+00:00',0,'',1,'2026-11-22T18:55:07.265961+00:00','2026-11-22T18:55:07.265961+00:00','170b1b62-726e-4547-b409-a286e7015a06',46,'1f4e5e3ba9adf48d083ee3d21add3be0c67a2aa4cf0bfacf873bfa653ee61d5c');
CREATE TABLE scan (
	id TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	"on" TEXT, 
	method TEXT NOT NULL, 
	baseline INTEGER NOT NULL, 
	targets TEXT NOT NULL, 
	nontargets TEXT NOT NULL, 
	new_lesions TEXT NOT NULL, 
	new_lesion TEXT NOT NULL, 
	marker TEXT NOT NULL, 
	nontarget_grew INTEGER NOT NULL, 
	for_symptoms INTEGER NOT NULL, 
	note TEXT NOT NULL, 
	texts TEXT NOT NULL, 
	complete INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	replaces_id TEXT, 
	reason TEXT NOT NULL, 
	replaced INTEGER NOT NULL, 
	withdrawn INTEGER NOT NULL, 
	withdrawn_why TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_scan PRIMARY KEY (id), 
	CONSTRAINT ck_scan_new_lesion CHECK (new_lesion IN ('', 'none', 'equivocal', 'unequivocal')), 
	CONSTRAINT ck_scan_marker CHECK (marker IN ('', 'above', 'normal', 'not_reported')), 
	CONSTRAINT ck_scan_revision CHECK (revision >= 1), 
	CONSTRAINT ck_scan_dated CHECK (NOT complete OR "on" IS NOT NULL), 
	CONSTRAINT fk_scan_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id), 
	CONSTRAINT fk_scan_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_scan_person_id FOREIGN KEY(person_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "scan" VALUES('6d4c1b01-8c0a-431e-9774-1f78e902f609','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-02-23','ct',1,'{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["20"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["40"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["24.0"],"state":"measured"}}','{"319ebe1c-25f7-4203-8594-a54855940464":"present"}','{}','none','not_reported',0,0,'','{}',1,1,NULL,'',0,0,'',2,'2026-11-22T18:55:07.605693+00:00','2026-11-22T18:55:07.637642+00:00','170b1b62-726e-4547-b409-a286e7015a06',58,'3ecdfeef77349c7e2bcea1bcb2312ab3e0771cb601b93865e90645200b0f4c67');
INSERT INTO "scan" VALUES('4b0fdd5e-a9f4-4cfb-947b-9f41a8759022','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-04-13','ct',0,'{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["12"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["26"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["14"],"state":"measured"}}','{"319ebe1c-25f7-4203-8594-a54855940464":"present"}','{}','none','not_reported',0,0,'','{}',1,1,NULL,'',1,0,'',3,'2026-11-22T18:55:07.669622+00:00','2026-11-22T18:55:07.761919+00:00','170b1b62-726e-4547-b409-a286e7015a06',63,'04006c1d57edb06f90f316377fc81da45113b01714f68dbb63a4b083a0f8298b');
INSERT INTO "scan" VALUES('5c4a9fc7-73b3-46e9-b26b-2486690cd5eb','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-04-13','ct',0,'{"63ea29a2-477c-4298-8abf-27da9a100553":{"pieces_mm":["12"],"state":"measured"},"b9305758-7664-4e9c-882f-8ce223c0e93f":{"pieces_mm":["26"],"state":"measured"},"f0a4d9b1-1ee7-4260-abd0-8444aae3477d":{"pieces_mm":["14"],"state":"measured"}}','{"319ebe1c-25f7-4203-8594-a54855940464":"present"}','{"24c40d7d-17bd-4a69-ac13-31323d061a9c":{"mm":"11","state":"present"}}','unequivocal','above',0,0,'seen on
second look','{}',1,2,'4b0fdd5e-a9f4-4cfb-947b-9f41a8759022','a lung lesion was overlooked',0,0,'',3,'2026-11-22T18:55:07.737551+00:00','2026-11-22T18:55:07.761919+00:00','170b1b62-726e-4547-b409-a286e7015a06',64,'ffe1d14e44c6f6ae7702f7e1c9a4fe17cc2483d1b1c7f10bf8b61c89334cf790');
INSERT INTO "scan" VALUES('5dd8af20-a971-4de4-af7b-5cf41ad1f580','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-05-25','ct',0,'{}','{}','{}','','',0,0,'','{"reading_T1":"34+"}',0,1,NULL,'',0,0,'',2,'2026-11-22T18:55:07.785770+00:00','2026-11-22T18:55:07.805654+00:00','170b1b62-726e-4547-b409-a286e7015a06',65,'1adec45c97d2d65eeb60affe98ee487ef6f9b35d97c954d63768735c31dc8036');
CREATE TABLE search_part (
	part TEXT NOT NULL, 
	patient_id TEXT NOT NULL, 
	CONSTRAINT pk_search_part PRIMARY KEY (part, patient_id), 
	CONSTRAINT fk_search_part_patient_id FOREIGN KEY(patient_id) REFERENCES patient (id)
)
 WITHOUT ROWID,
 STRICT

;
INSERT INTO "search_part" VALUES('0042 118','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('0042118','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('118','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('7719','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('de 7719','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('de7719','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('lukasz zolkiewski','eaa4bab1-d440-45b5-b88b-a022d13a9884');
INSERT INTO "search_part" VALUES('zolkiewski','eaa4bab1-d440-45b5-b88b-a022d13a9884');
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
INSERT INTO "setting" VALUES('a6d3a583-b661-528f-8685-d90bee26ab05','site','{"chair_minutes":0,"closing_days":[],"country":"","ctcae_shown":"5.0","day_phone":"","first_dose":null,"language":"en","lock_minutes":10,"night_phone":"","paper":"a4","person_id":null,"policy":{},"practice":"","region":null,"set_up":false,"site_name":"","test_minutes":0,"text_scale":100,"theme":"system","travel_minutes":0}',1,'2026-11-22T18:55:06.568140+00:00','2026-11-22T18:55:06.568140+00:00','170b1b62-726e-4547-b409-a286e7015a06',23,'a985deca00ce23acf7b9d3923030ba21c226e2bbe21d1587885dd891ac25aa00');
CREATE TABLE signature (
	id TEXT NOT NULL, 
	course_id TEXT NOT NULL, 
	order_id TEXT NOT NULL, 
	meaning TEXT NOT NULL, 
	outcome TEXT NOT NULL, 
	differs TEXT NOT NULL, 
	typed TEXT NOT NULL, 
	note TEXT NOT NULL, 
	signer_id TEXT NOT NULL, 
	signer TEXT NOT NULL, 
	signer_role TEXT NOT NULL, 
	signed_at TEXT NOT NULL, 
	version INTEGER NOT NULL, 
	created_at TEXT NOT NULL, 
	changed_at TEXT NOT NULL, 
	person_id TEXT NOT NULL, 
	audit_seq INTEGER NOT NULL, 
	row_hash TEXT NOT NULL, 
	CONSTRAINT pk_signature PRIMARY KEY (id), 
	CONSTRAINT ck_signature_meaning CHECK (meaning IN ('verify', 'raise', 'prepare')), 
	CONSTRAINT ck_signature_outcome CHECK (outcome IN ('', 'equal', 'different')), 
	CONSTRAINT ck_signature_checked CHECK ((meaning = 'verify') = (outcome <> '')), 
	CONSTRAINT fk_signature_course_id FOREIGN KEY(course_id) REFERENCES course (id), 
	CONSTRAINT fk_signature_order_id FOREIGN KEY(order_id) REFERENCES cycle_order (id), 
	CONSTRAINT fk_signature_person_id FOREIGN KEY(person_id) REFERENCES person (id), 
	CONSTRAINT fk_signature_signer_id FOREIGN KEY(signer_id) REFERENCES person (id)
)
 STRICT

;
INSERT INTO "signature" VALUES('fac84ec1-4497-4e2b-80f8-d6674148e904','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','48dba4c9-cf58-4888-83e0-4d30174da53d','verify','equal','[]','{"height_cm":"165","labs":{},"weight_kg":"58.0"}','','cd66acbe-0080-48a8-92d8-66aa364b6275','Quentin Ash','pharmacist','2026-11-22T18:55:06.703581+00:00',1,'2026-11-22T18:55:06.703581+00:00','2026-11-22T18:55:06.703581+00:00','cd66acbe-0080-48a8-92d8-66aa364b6275',30,'8091f50a528cd65adbcaa6abeb2b3a9b2c7f9f386743855b67e137b66bf5e164');
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
	row_hash TEXT NOT NULL, events_said TEXT, 
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
INSERT INTO "visit" VALUES('48415155-10c6-46fc-82fe-c526ae06a6a2','eaa4bab1-d440-45b5-b88b-a022d13a9884','fa788dd6-adc9-4d3b-a266-76a18fc27ff3','2026-03-23',1,22,1,'36.80',78,128,76,97,'57.60','57.60',2,1,'["Nausea","Vomiting"]','{"fatigue":0,"numbness":2}','["phenytoin"]','{"150":12,"500":36}',1,'{"last_day":9,"last_part":"morning","omitted":0,"words":"stop until we call"}','walks
with a stick','{}',2,'2026-11-22T18:55:06.979621+00:00','2026-11-22T18:55:07.006102+00:00','170b1b62-726e-4547-b409-a286e7015a06',36,'00cb1fd02f0566c773bf7ab1666e1f0e68bd3aae22a5c750d5f24b850300dc53',NULL);
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
CREATE INDEX ix_go_ahead_course ON go_ahead (course_id, cycle);
CREATE INDEX ix_decision_course ON decision (course_id, cycle);
CREATE INDEX ix_dispensed_course ON dispensed (course_id, cycle);
CREATE INDEX ix_checklist_answer_course ON checklist_answer (course_id, cycle);
CREATE INDEX ix_restart_course ON restart (course_id, cycle);
CREATE UNIQUE INDEX uq_grading_text_in_use ON grading_text (ctcae) WHERE in_use;
CREATE INDEX ix_lab_import_patient ON lab_import (patient_id);
CREATE INDEX ix_signature_order ON signature (order_id);
CREATE UNIQUE INDEX ix_administration_once ON administration (order_id, drug, cycle_day) WHERE NOT withdrawn;
CREATE INDEX ix_administration_course ON administration (course_id);
CREATE UNIQUE INDEX ix_lesion_name ON lesion (course_id, name) WHERE NOT withdrawn;
CREATE INDEX ix_lesion_patient ON lesion (patient_id);
CREATE UNIQUE INDEX ix_scan_day ON scan (course_id, "on") WHERE complete AND NOT replaced AND NOT withdrawn;
CREATE UNIQUE INDEX ix_scan_half ON scan (course_id) WHERE NOT complete AND NOT withdrawn;
CREATE INDEX ix_scan_patient ON scan (patient_id);
CREATE INDEX ix_follow_up_patient ON follow_up (patient_id);
CREATE INDEX ix_approval_text ON approval (text_sha256);
CREATE TRIGGER "guard_audit_no_update" BEFORE UPDATE ON "audit" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'audit only grows'); END;
CREATE TRIGGER "guard_audit_no_delete" BEFORE DELETE ON "audit" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'audit only grows'); END;
CREATE TRIGGER "guard_kept_text_no_update" BEFORE UPDATE ON "kept_text" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'kept_text only grows'); END;
CREATE TRIGGER "guard_kept_text_no_delete" BEFORE DELETE ON "kept_text" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'kept_text only grows'); END;
CREATE TRIGGER "guard_account_no_delete" BEFORE DELETE ON "account" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a account is never deleted'); END;
CREATE TRIGGER "guard_administration_no_delete" BEFORE DELETE ON "administration" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a administration is never deleted'); END;
CREATE TRIGGER "guard_adverse_event_no_delete" BEFORE DELETE ON "adverse_event" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a adverse_event is never deleted'); END;
CREATE TRIGGER "guard_approval_no_delete" BEFORE DELETE ON "approval" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a approval is never deleted'); END;
CREATE TRIGGER "guard_break_glass_no_delete" BEFORE DELETE ON "break_glass" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a break_glass is never deleted'); END;
CREATE TRIGGER "guard_checklist_answer_no_delete" BEFORE DELETE ON "checklist_answer" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a checklist_answer is never deleted'); END;
CREATE TRIGGER "guard_course_no_delete" BEFORE DELETE ON "course" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a course is never deleted'); END;
CREATE TRIGGER "guard_cycle_order_no_delete" BEFORE DELETE ON "cycle_order" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a cycle_order is never deleted'); END;
CREATE TRIGGER "guard_decision_no_delete" BEFORE DELETE ON "decision" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a decision is never deleted'); END;
CREATE TRIGGER "guard_delay_no_delete" BEFORE DELETE ON "delay" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a delay is never deleted'); END;
CREATE TRIGGER "guard_dispensed_no_delete" BEFORE DELETE ON "dispensed" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a dispensed is never deleted'); END;
CREATE TRIGGER "guard_draft_no_delete" BEFORE DELETE ON "draft" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a draft is never deleted'); END;
CREATE TRIGGER "guard_follow_up_no_delete" BEFORE DELETE ON "follow_up" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a follow_up is never deleted'); END;
CREATE TRIGGER "guard_go_ahead_no_delete" BEFORE DELETE ON "go_ahead" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a go_ahead is never deleted'); END;
CREATE TRIGGER "guard_grading_text_no_delete" BEFORE DELETE ON "grading_text" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a grading_text is never deleted'); END;
CREATE TRIGGER "guard_hold_no_delete" BEFORE DELETE ON "hold" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a hold is never deleted'); END;
CREATE TRIGGER "guard_lab_no_delete" BEFORE DELETE ON "lab" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lab is never deleted'); END;
CREATE TRIGGER "guard_lab_import_no_delete" BEFORE DELETE ON "lab_import" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lab_import is never deleted'); END;
CREATE TRIGGER "guard_lesion_no_delete" BEFORE DELETE ON "lesion" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a lesion is never deleted'); END;
CREATE TRIGGER "guard_measurement_no_delete" BEFORE DELETE ON "measurement" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a measurement is never deleted'); END;
CREATE TRIGGER "guard_patient_no_delete" BEFORE DELETE ON "patient" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a patient is never deleted'); END;
CREATE TRIGGER "guard_person_no_delete" BEFORE DELETE ON "person" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a person is never deleted'); END;
CREATE TRIGGER "guard_print_no_delete" BEFORE DELETE ON "print" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a print is never deleted'); END;
CREATE TRIGGER "guard_regimen_draft_no_delete" BEFORE DELETE ON "regimen_draft" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a regimen_draft is never deleted'); END;
CREATE TRIGGER "guard_restart_no_delete" BEFORE DELETE ON "restart" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a restart is never deleted'); END;
CREATE TRIGGER "guard_scan_no_delete" BEFORE DELETE ON "scan" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a scan is never deleted'); END;
CREATE TRIGGER "guard_setting_no_delete" BEFORE DELETE ON "setting" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a setting is never deleted'); END;
CREATE TRIGGER "guard_signature_no_delete" BEFORE DELETE ON "signature" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a signature is never deleted'); END;
CREATE TRIGGER "guard_visit_no_delete" BEFORE DELETE ON "visit" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'a visit is never deleted'); END;
CREATE TRIGGER "guard_cycle_order_content" BEFORE UPDATE ON "cycle_order" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."revision" IS DISTINCT FROM NEW."revision" OR OLD."day1" IS DISTINCT FROM NEW."day1" OR OLD."case_json" IS DISTINCT FROM NEW."case_json" OR OLD."answer_json" IS DISTINCT FROM NEW."answer_json" OR OLD."regimen_sha256" IS DISTINCT FROM NEW."regimen_sha256" OR OLD."profile_sha256" IS DISTINCT FROM NEW."profile_sha256" OR OLD."engine_version" IS DISTINCT FROM NEW."engine_version" OR OLD."overrides" IS DISTINCT FROM NEW."overrides" OR OLD."decision_ids" IS DISTINCT FROM NEW."decision_ids" OR OLD."check_code" IS DISTINCT FROM NEW."check_code" OR OLD."signed_by_id" IS DISTINCT FROM NEW."signed_by_id" OR OLD."signed_by" IS DISTINCT FROM NEW."signed_by" OR OLD."signed_role" IS DISTINCT FROM NEW."signed_role" OR OLD."signed_at" IS DISTINCT FROM NEW."signed_at" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR NOT (OLD.state = 'signed' AND NEW.state IN ('given', 'replaced')) BEGIN SELECT RAISE(ABORT, 'a signed order keeps its content'); END;
CREATE TRIGGER "guard_cycle_order_start" BEFORE INSERT ON "cycle_order" WHEN NEW.state <> 'signed' BEGIN SELECT RAISE(ABORT, 'an order begins as signed'); END;
CREATE TRIGGER "guard_measurement_content" BEFORE UPDATE ON "measurement" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."patient_id" IS DISTINCT FROM NEW."patient_id" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."on" IS DISTINCT FROM NEW."on" BEGIN SELECT RAISE(ABORT, 'a measurement keeps its value; a new one corrects it'); END;
CREATE TRIGGER "guard_checklist_answer_content" BEFORE UPDATE ON "checklist_answer" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."item" IS DISTINCT FROM NEW."item" OR OLD."result" IS DISTINCT FROM NEW."result" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" BEGIN SELECT RAISE(ABORT, 'a checklist_answer keeps what it says'); END;
CREATE TRIGGER "guard_go_ahead_content" BEFORE UPDATE ON "go_ahead" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."cycle_day" IS DISTINCT FROM NEW."cycle_day" OR OLD."for_day" IS DISTINCT FROM NEW."for_day" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."way" IS DISTINCT FROM NEW."way" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a go_ahead keeps what it says'); END;
CREATE TRIGGER "guard_decision_content" BEFORE UPDATE ON "decision" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."drug" IS DISTINCT FROM NEW."drug" OR OLD."taken" IS DISTINCT FROM NEW."taken" OR OLD."proposal_json" IS DISTINCT FROM NEW."proposal_json" OR OLD."rule_ids" IS DISTINCT FROM NEW."rule_ids" OR OLD."event_ids" IS DISTINCT FROM NEW."event_ids" OR OLD."starting_percent" IS DISTINCT FROM NEW."starting_percent" OR OLD."percent" IS DISTINCT FROM NEW."percent" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."hold_from" IS DISTINCT FROM NEW."hold_from" OR OLD."hold_until" IS DISTINCT FROM NEW."hold_until" OR OLD."stop_from" IS DISTINCT FROM NEW."stop_from" OR OLD."reason_code" IS DISTINCT FROM NEW."reason_code" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."hold_id" IS DISTINCT FROM NEW."hold_id" OR OLD."decided_by" IS DISTINCT FROM NEW."decided_by" OR OLD."decided_role" IS DISTINCT FROM NEW."decided_role" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a decision keeps what it says'); END;
CREATE TRIGGER "guard_dispensed_content" BEFORE UPDATE ON "dispensed" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."drug" IS DISTINCT FROM NEW."drug" OR OLD."strength_mg" IS DISTINCT FROM NEW."strength_mg" OR OLD."tablets" IS DISTINCT FROM NEW."tablets" OR OLD."packs" IS DISTINCT FROM NEW."packs" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."batch" IS DISTINCT FROM NEW."batch" OR OLD."expiry" IS DISTINCT FROM NEW."expiry" OR OLD."leftover" IS DISTINCT FROM NEW."leftover" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a dispensed keeps what it says'); END;
CREATE TRIGGER "guard_restart_content" BEFORE UPDATE ON "restart" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."order_id" IS DISTINCT FROM NEW."order_id" OR OLD."hold_id" IS DISTINCT FROM NEW."hold_id" OR OLD."held_to" IS DISTINCT FROM NEW."held_to" OR OLD."held_to_slot" IS DISTINCT FROM NEW."held_to_slot" OR OLD."drug" IS DISTINCT FROM NEW."drug" OR OLD."from_day" IS DISTINCT FROM NEW."from_day" OR OLD."from_slot" IS DISTINCT FROM NEW."from_slot" OR OLD."percent" IS DISTINCT FROM NEW."percent" OR OLD."level" IS DISTINCT FROM NEW."level" OR OLD."case_json" IS DISTINCT FROM NEW."case_json" OR OLD."answer_json" IS DISTINCT FROM NEW."answer_json" OR OLD."regimen_sha256" IS DISTINCT FROM NEW."regimen_sha256" OR OLD."profile_sha256" IS DISTINCT FROM NEW."profile_sha256" OR OLD."engine_version" IS DISTINCT FROM NEW."engine_version" OR OLD."overrides" IS DISTINCT FROM NEW."overrides" OR OLD."decision_ids" IS DISTINCT FROM NEW."decision_ids" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."check_code" IS DISTINCT FROM NEW."check_code" OR OLD."signed_by_id" IS DISTINCT FROM NEW."signed_by_id" OR OLD."signed_by" IS DISTINCT FROM NEW."signed_by" OR OLD."signed_role" IS DISTINCT FROM NEW."signed_role" OR OLD."signed_at" IS DISTINCT FROM NEW."signed_at" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a restart keeps what it says'); END;
CREATE TRIGGER "guard_administration_content" BEFORE UPDATE ON "administration" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."order_id" IS DISTINCT FROM NEW."order_id" OR OLD."cycle" IS DISTINCT FROM NEW."cycle" OR OLD."drug" IS DISTINCT FROM NEW."drug" OR OLD."cycle_day" IS DISTINCT FROM NEW."cycle_day" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."ordered_mg" IS DISTINCT FROM NEW."ordered_mg" OR OLD."given_mg" IS DISTINCT FROM NEW."given_mg" OR OLD."started" IS DISTINCT FROM NEW."started" OR OLD."stopped" IS DISTINCT FROM NEW."stopped" OR OLD."batches" IS DISTINCT FROM NEW."batches" OR OLD."access" IS DISTINCT FROM NEW."access" OR OLD."site" IS DISTINCT FROM NEW."site" OR OLD."vital_signs" IS DISTINCT FROM NEW."vital_signs" OR OLD."event" IS DISTINCT FROM NEW."event" OR OLD."done" IS DISTINCT FROM NEW."done" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."given_by_id" IS DISTINCT FROM NEW."given_by_id" OR OLD."given_by" IS DISTINCT FROM NEW."given_by" OR OLD."given_role" IS DISTINCT FROM NEW."given_role" OR OLD."signed_at" IS DISTINCT FROM NEW."signed_at" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a administration keeps what it says'); END;
CREATE TRIGGER "guard_visit_open" BEFORE UPDATE ON "visit" WHEN OLD.complete AND NOT NEW.complete BEGIN SELECT RAISE(ABORT, 'a complete visit is never half-done'); END;
CREATE TRIGGER "guard_adverse_event_grades" BEFORE UPDATE ON "adverse_event" WHEN OLD.id <> NEW.id OR OLD.patient_id <> NEW.patient_id OR OLD.course_id <> NEW.course_id OR OLD.number <> NEW.number OR substr(OLD.grades, 1, length(OLD.grades) - 1) <> substr(NEW.grades, 1, length(OLD.grades) - 1) OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'grades of an adverse event are only added to'); END;
CREATE TRIGGER "guard_account_holder" BEFORE UPDATE ON "account" WHEN OLD.holder_id <> NEW.holder_id OR OLD.id <> NEW.id BEGIN SELECT RAISE(ABORT, 'an account stays with its person'); END;
CREATE TRIGGER "guard_break_glass_content" BEFORE UPDATE ON "break_glass" WHEN OLD.id <> NEW.id OR OLD.holder_id <> NEW.holder_id OR OLD.reason <> NEW.reason OR OLD.began_at <> NEW.began_at OR OLD.until_at <> NEW.until_at OR OLD.ended_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'an emergency keeps what it says'); END;
CREATE TRIGGER "guard_hold_slots_insert" BEFORE INSERT ON "hold" WHEN coalesce(NEW.from_slot, 'am') NOT IN ('am', 'pm') OR coalesce(NEW.to_slot, 'pm') NOT IN ('am', 'pm') OR (NEW."end" IS NULL AND NEW.to_slot IS NOT NULL) OR (NEW.start = NEW."end" AND NEW.from_slot = 'pm' AND NEW.to_slot = 'am') BEGIN SELECT RAISE(ABORT, 'a hold ends after it begins'); END;
CREATE TRIGGER "guard_hold_slots_update" BEFORE UPDATE ON "hold" WHEN coalesce(NEW.from_slot, 'am') NOT IN ('am', 'pm') OR coalesce(NEW.to_slot, 'pm') NOT IN ('am', 'pm') OR (NEW."end" IS NULL AND NEW.to_slot IS NOT NULL) OR (NEW.start = NEW."end" AND NEW.from_slot = 'pm' AND NEW.to_slot = 'am') BEGIN SELECT RAISE(ABORT, 'a hold ends after it begins'); END;
CREATE TRIGGER "guard_grading_text_content" BEFORE UPDATE ON "grading_text" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."ctcae" IS DISTINCT FROM NEW."ctcae" OR OLD."text_sha256" IS DISTINCT FROM NEW."text_sha256" OR OLD."file_sha256" IS DISTINCT FROM NEW."file_sha256" OR OLD."file_date" IS DISTINCT FROM NEW."file_date" OR OLD."terms" IS DISTINCT FROM NEW."terms" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (NEW.in_use AND NOT OLD.in_use) BEGIN SELECT RAISE(ABORT, 'a grading text keeps what it says'); END;
CREATE TRIGGER "guard_lab_content" BEFORE UPDATE ON "lab" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."patient_id" IS DISTINCT FROM NEW."patient_id" OR OLD."analyte" IS DISTINCT FROM NEW."analyte" OR OLD."value" IS DISTINCT FROM NEW."value" OR OLD."unit" IS DISTINCT FROM NEW."unit" OR OLD."lln" IS DISTINCT FROM NEW."lln" OR OLD."uln" IS DISTINCT FROM NEW."uln" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."taken_at" IS DISTINCT FROM NEW."taken_at" OR OLD."status" IS DISTINCT FROM NEW."status" OR OLD."import_id" IS DISTINCT FROM NEW."import_id" OR (OLD.superseded_by_id IS NOT NULL AND OLD.superseded_by_id IS DISTINCT FROM NEW.superseded_by_id) BEGIN SELECT RAISE(ABORT, 'a laboratory value keeps what it says; a new one takes its place'); END;
CREATE TRIGGER "guard_lab_status_insert" BEFORE INSERT ON "lab" WHEN coalesce(NEW.status, 'F') NOT IN ('F', 'C') OR NEW.superseded_by_id = NEW.id BEGIN SELECT RAISE(ABORT, 'a laboratory value is final or a correction'); END;
CREATE TRIGGER "guard_lab_status_update" BEFORE UPDATE ON "lab" WHEN coalesce(NEW.status, 'F') NOT IN ('F', 'C') OR NEW.superseded_by_id = NEW.id BEGIN SELECT RAISE(ABORT, 'a laboratory value is final or a correction'); END;
CREATE TRIGGER "guard_lab_import_content" BEFORE UPDATE ON "lab_import" WHEN OLD.id <> NEW.id OR OLD.patient_id <> NEW.patient_id OR OLD.messages <> NEW.messages OR OLD.labs <> NEW.labs OR OLD.choices <> NEW.choices BEGIN SELECT RAISE(ABORT, 'an import keeps what it says'); END;
CREATE TRIGGER "guard_signature_content" BEFORE UPDATE ON "signature" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."order_id" IS DISTINCT FROM NEW."order_id" OR OLD."meaning" IS DISTINCT FROM NEW."meaning" OR OLD."outcome" IS DISTINCT FROM NEW."outcome" OR OLD."differs" IS DISTINCT FROM NEW."differs" OR OLD."typed" IS DISTINCT FROM NEW."typed" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."signer_id" IS DISTINCT FROM NEW."signer_id" OR OLD."signer" IS DISTINCT FROM NEW."signer" OR OLD."signer_role" IS DISTINCT FROM NEW."signer_role" OR OLD."signed_at" IS DISTINCT FROM NEW."signed_at" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" BEGIN SELECT RAISE(ABORT, 'a signature keeps what it says'); END;
CREATE TRIGGER "guard_signature_own_work" BEFORE INSERT ON "signature" WHEN NEW.signer_id <> NEW.person_id OR (NEW.meaning IN ('verify', 'raise') AND NEW.signer_id = (SELECT signed_by_id FROM cycle_order WHERE cycle_order.id = NEW.order_id)) BEGIN SELECT RAISE(ABORT, 'nobody checks their own work'); END;
CREATE TRIGGER "guard_lesion_content" BEFORE UPDATE ON "lesion" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."patient_id" IS DISTINCT FROM NEW."patient_id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."name" IS DISTINCT FROM NEW."name" OR OLD."role" IS DISTINCT FROM NEW."role" OR OLD."organ" IS DISTINCT FROM NEW."organ" OR OLD."place" IS DISTINCT FROM NEW."place" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."slice_mm" IS DISTINCT FROM NEW."slice_mm" OR OLD."chest_film" IS DISTINCT FROM NEW."chest_film" OR OLD."unfit" IS DISTINCT FROM NEW."unfit" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a lesion keeps what it says'); END;
CREATE TRIGGER "guard_scan_content" BEFORE UPDATE ON "scan" WHEN (OLD.complete AND (OLD."id" IS DISTINCT FROM NEW."id" OR OLD."patient_id" IS DISTINCT FROM NEW."patient_id" OR OLD."course_id" IS DISTINCT FROM NEW."course_id" OR OLD."on" IS DISTINCT FROM NEW."on" OR OLD."method" IS DISTINCT FROM NEW."method" OR OLD."baseline" IS DISTINCT FROM NEW."baseline" OR OLD."targets" IS DISTINCT FROM NEW."targets" OR OLD."nontargets" IS DISTINCT FROM NEW."nontargets" OR OLD."new_lesions" IS DISTINCT FROM NEW."new_lesions" OR OLD."new_lesion" IS DISTINCT FROM NEW."new_lesion" OR OLD."marker" IS DISTINCT FROM NEW."marker" OR OLD."nontarget_grew" IS DISTINCT FROM NEW."nontarget_grew" OR OLD."for_symptoms" IS DISTINCT FROM NEW."for_symptoms" OR OLD."note" IS DISTINCT FROM NEW."note" OR OLD."texts" IS DISTINCT FROM NEW."texts" OR OLD."complete" IS DISTINCT FROM NEW."complete" OR OLD."revision" IS DISTINCT FROM NEW."revision" OR OLD."replaces_id" IS DISTINCT FROM NEW."replaces_id" OR OLD."reason" IS DISTINCT FROM NEW."reason" OR OLD."created_at" IS DISTINCT FROM NEW."created_at")) OR (OLD.replaced AND NOT NEW.replaced) OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'a complete scan keeps what it says'); END;
CREATE TRIGGER "guard_follow_up_course" BEFORE UPDATE ON "follow_up" WHEN OLD.id <> NEW.id OR OLD.patient_id <> NEW.patient_id OR OLD.course_id <> NEW.course_id BEGIN SELECT RAISE(ABORT, 'a follow-up stays with its course'); END;
CREATE TRIGGER "guard_least_program_lower" BEFORE UPDATE ON "least_program" WHEN (NEW.major, NEW.minor, NEW.patch) < (OLD.major, OLD.minor, OLD.patch) BEGIN SELECT RAISE(ABORT, 'the oldest program allowed is only raised'); END;
CREATE TRIGGER "guard_least_program_no_delete" BEFORE DELETE ON "least_program" WHEN 1 = 1 BEGIN SELECT RAISE(ABORT, 'the oldest program allowed stays'); END;
CREATE TRIGGER "guard_approval_content" BEFORE UPDATE ON "approval" WHEN OLD."id" IS DISTINCT FROM NEW."id" OR OLD."draft_id" IS DISTINCT FROM NEW."draft_id" OR OLD."kind" IS DISTINCT FROM NEW."kind" OR OLD."text_sha256" IS DISTINCT FROM NEW."text_sha256" OR OLD."file_id" IS DISTINCT FROM NEW."file_id" OR OLD."file_version" IS DISTINCT FROM NEW."file_version" OR OLD."engine_version" IS DISTINCT FROM NEW."engine_version" OR OLD."examples" IS DISTINCT FROM NEW."examples" OR OLD."results" IS DISTINCT FROM NEW."results" OR OLD."authors" IS DISTINCT FROM NEW."authors" OR OLD."approver_id" IS DISTINCT FROM NEW."approver_id" OR OLD."approver" IS DISTINCT FROM NEW."approver" OR OLD."approver_role" IS DISTINCT FROM NEW."approver_role" OR OLD."approved_at" IS DISTINCT FROM NEW."approved_at" OR OLD."created_at" IS DISTINCT FROM NEW."created_at" OR (OLD.withdrawn AND NOT NEW.withdrawn) BEGIN SELECT RAISE(ABORT, 'an approval keeps what it says'); END;
CREATE TRIGGER "guard_approval_draft" BEFORE INSERT ON "approval" WHEN NEW.withdrawn OR NEW.kind IS DISTINCT FROM (SELECT kind FROM regimen_draft WHERE regimen_draft.id = NEW.draft_id) OR NEW.text_sha256 IS DISTINCT FROM (SELECT text_sha256 FROM regimen_draft WHERE regimen_draft.id = NEW.draft_id) OR NEW.authors IS DISTINCT FROM (SELECT authors FROM regimen_draft WHERE regimen_draft.id = NEW.draft_id) BEGIN SELECT RAISE(ABORT, 'an approval is of a draft as it stands'); END;
CREATE TRIGGER "guard_approval_own_work" BEFORE INSERT ON "approval" WHEN NEW.approver_id <> NEW.person_id OR NEW.authors = '[]' OR replace(NEW.authors, CAST(NEW.approver_id AS TEXT), '') <> NEW.authors BEGIN SELECT RAISE(ABORT, 'nobody approves their own work'); END;
CREATE TRIGGER "guard_regimen_draft_content" BEFORE UPDATE ON "regimen_draft" WHEN OLD.state IN ('approved', 'dropped') OR OLD.id <> NEW.id OR OLD.kind <> NEW.kind OR OLD.base_sha256 <> NEW.base_sha256 OR substr(OLD.authors, 1, length(OLD.authors) - 1) <> substr(NEW.authors, 1, length(OLD.authors) - 1) OR (NEW.text_sha256 <> OLD.text_sha256 AND NEW.state <> 'draft') BEGIN SELECT RAISE(ABORT, 'a draft that was approved or dropped stays, and its authors are only added to'); END;
CREATE TRIGGER guard_audit_chain BEFORE INSERT ON audit WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM audit), 0) + 1 OR NEW.previous_hash IS NOT coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), '0000000000000000000000000000000000000000000000000000000000000000') BEGIN SELECT RAISE(ABORT, 'the audit chain does not fit'); END;
COMMIT;
