"""MkDocs hooks, which add the labs to the site and a filter to the templates."""

from execbook.generator.templates import on_env  # noqa: F401
from execbook.site.lab_pages import on_files, on_page_content  # noqa: F401
