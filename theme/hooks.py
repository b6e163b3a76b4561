"""What MkDocs calls while it builds, beside the Markdown extension: only the labs need it."""

from execbook.site.lab_pages import on_files, on_page_content  # noqa: F401
