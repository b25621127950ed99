"""The Response page: lesions by scan, typed and judged by RECIST 1.1 as one types."""
