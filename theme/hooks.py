"""MkDocs hooks, which add the labs to the site."""

from execbook.site.lab_pages import on_files, on_page_content  # noqa: F401
