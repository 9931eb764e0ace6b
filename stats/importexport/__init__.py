"""django-import-export's formats, forms and resources over Stet's own engine.

Release files go through its pages but not through its row-by-row engine: a preview is a preparation that
writes nothing, and confirming queues a job. Small tables (members, aliases, settings) go through both.
https://django-import-export.readthedocs.io/
"""
