"""Questions to the graph: one module for each, on one or two bounded SPARQL queries in Oxigraph's own engine.

    statements.py   who said what about whom
    meetings.py     who met whom, where, when
    neighbours.py   what surrounds an actor
    paths.py        how two actors are connected
    entities.py     which entities there are, and one of them
    portrait.py     an entity with its strongest ties and what it said, for its page
    describe.py     an entity, an article or the ontology as RDF
    articles.py     which articles there are, and one with its text and all that was read in it
    timeline.py     how much was said, and how often people met, over time
    search.py       entities, statements and articles by words
    info.py         what the store holds
    sparql.py       any SPARQL query, in a process that can be stopped
    names.py        which entity a name means
    network.py      the network of actors; beside it measures.py, balance.py, change.py, discourse.py, coding.py
    tables.py       nodes, edges, statements and meetings, for spreadsheets and data frames
    graph.py        all of them as methods, for Python and notebooks

Each takes a ``kg.graph.reader.Reader`` and gives rows (``rows.py``).
"""
