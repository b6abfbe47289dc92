"""The store as a file: one module for each family of formats, one row for each format.

Every export is a function of what is stored: sorted, no time of day, the same bytes each time.

    quads.py, jsonld.py                   the whole store as RDF
    gexf.py, graphml.py, cytoscape.py     the network of actors (net.py), with its measures
    csv.py, parquet.py                    tables (kg.query.tables), several files in one archive (archive.py)
    ftm.py, dna.py                        other people's models

RDF is written with one article's graph in memory, statements and meetings (kg.query.stream) with a few hundred of them;
the network, of which there is one edge for each pair of actors, act and stance, is in memory as a whole.
"""

from __future__ import annotations

from kg.errors import UsageError
from kg.export.csv import CSV
from kg.export.cytoscape import CYTOSCAPE
from kg.export.dna import DNA
from kg.export.format import Format
from kg.export.ftm import FTM
from kg.export.gexf import GEXF
from kg.export.graphml import GRAPHML
from kg.export.jsonld import JSONLD
from kg.export.parquet import PARQUET
from kg.export.quads import NQUADS, TRIG, TURTLE

#: All formats. The command line and the API share this table.
FORMATS: tuple[Format, ...] = (
    *(NQUADS, TRIG, TURTLE, JSONLD),
    *(GRAPHML, GEXF, CYTOSCAPE),
    *(CSV, PARQUET),
    *(FTM, DNA),
)


def format_named(name: str) -> Format:
    """The format with this name.

    Raises:
        UsageError: there is none.
    """
    for row in FORMATS:
        if row.name == name:
            return row
    raise UsageError(f"“{name}” is no export format: one of {', '.join(row.name for row in FORMATS)}")
