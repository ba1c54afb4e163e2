"""Sphinx's settings for the web site. The pages load nothing from other hosts."""

project = "The saturated neuron"
copyright = "the text under CC BY 4.0, the code under the MIT licence"
language = "en"

extensions = ["myst_nb", "sphinx_book_theme", "tools.website.mathml"]
suppress_warnings = ["myst.header"]  # a hint's heading may skip a level
nb_execution_mode = "off"
nb_ipywidgets_js: dict = {}  # the moving figures need none
nb_merge_streams = True
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3

html_theme = "sphinx_book_theme"
html_title = project
html_favicon = "_static/icon.svg"
html_context = {"default_mode": "auto"}  # light or dark, as the reader's system is
html_math_renderer = "mathml"
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_use_index = False
html_static_path = ["_static"]
html_css_files = ["moving_figures/style.css", "site.css"]
html_js_files = [("site.js", {"type": "module"})]
html_sidebars = {"**": ["navbar-logo", "search-button-field", "sbt-sidebar-nav"]}
html_theme_options = {
    "use_download_button": False,
    "show_toc_level": 2,
    "home_page_in_toc": True,
    "navbar_persistent": [],  # the search is in the sidebar
    "footer_content_items": ["copyright"],
}
