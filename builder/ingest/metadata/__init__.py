"""What an HTML page says of its article, each value with where it was found. ``find`` gathers it all: begin there.

====================  ================================================================================================
title, subtitle       ``title``: the first of six ways that gives one. Headlines printed on the page: ``printed_titles``
                      (by their words), ``headlines`` (by their type), ``opening`` (subtitles, shared cells). Without
                      the outlet: ``title_parts``; without the section: ``rubrics``
section, column       ``section``, ``series``; paths to the article: ``crumbs``
authors               ``authors`` chooses among ``stated_authors`` and ``printed_authors``, which reads each block by
                      ``byline_blocks``, then ``author_marks``, then ``bare_names``, and passes over ``other_works`` and
                      what ``author_boxes`` tells by an element's name. ``profile_authors``: whom profiles behind the
                      text name; ``profiles``: what they say. ``persons``: whether a value is a name
dates                 ``dates`` chooses; ``printed_dates``; ``moments``: dates for machines
outlet, pages         ``outlet``; ``paging``, ``page_rows``
for several of these  ``head``: what the page states; ``masthead``: lines around a headline; ``home_links``
====================  ================================================================================================
"""
