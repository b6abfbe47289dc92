# %% [markdown]
# # From articles to a figure
#
# News articles go in, a network of who speaks of whom comes out, and at each step one can go back to the sentence.
# This is `docs/analysis.py`; `docs/analysis.ipynb` is the same for Jupyter. Run it in the folder of the checkout,
# with `pip install rapporteur[pandas] matplotlib`. The sample articles tell of one invented negotiation between real
# states: nobody said any of this.

# %%
from pathlib import Path

import matplotlib.pyplot as plt
import networkx as nx

import kg

STORE = Path("demo-store")

# %% [markdown]
# ## Articles into a store
#
# `kg build data/articles --store demo-store` does the same. What is stored and unchanged is skipped.

# %%
if not STORE.exists():
    from kg.build import Report, build
    from kg.graph.store import Store
    from kg.read import read

    with Store.create_or_open(STORE) as store:
        build(read(["data/articles"]), store, Report())

graph = kg.open(STORE)
graph

# %% [markdown]
# ## Who said what about whom
#
# Each row has its sentence. Read some before you count any: `confidence` is no probability of being right.

# %%
graph.statements(about="Turkey", act="accuse")

# %% [markdown]
# The same as a data frame. Which acts does Kazakhstan's side use, week by week?

# %%
said = graph.to_pandas("statements", actors=("Kazakhstan", "Aigerim Sadykova"))
by_week = said[said["speaker"].isin(["Kazakhstan", "Aigerim Sadykova"])].groupby(
    [said["date"].dt.to_period("W"), "act"]
)
by_week.size().unstack(fill_value=0)

# %% [markdown]
# ## Who is central
#
# PageRank: who is spoken of, and met, by those who are. Betweenness: over whom the shortest paths lead. Actors whom
# only one article knows, mostly by a description ("officials"), are left out; `local=True` takes them in.

# %%
network = graph.network()
network

# %% [markdown]
# ## Friends and foes
#
# Statements with a stance, of a few dozen here: far too few to trust blocs. With thousands, look at how many
# statements the blocs can't explain (`frustration`).

# %%
balance = graph.balance()
[(bloc.actors, bloc.negative_outside) for bloc in balance.blocs if len(bloc.actors) > 1], balance.frustration

# %% [markdown]
# ## Who agrees with whom
#
# A discourse network, with concepts of our own: a statement is about one whose words it contains.

# %%
concepts = {"the corridor": ["corridor"], "the embargo": ["embargo"], "protecting sturgeon": ["sturgeon", "fish"]}
two_mode = graph.discourse(mode="both", concepts=concepts)
two_mode.edges()

# %% [markdown]
# ## The figure
#
# Statements about somebody as arrows: red where more are negative than positive, green the other way round, grey
# where neither is. The fourteen who speak and are spoken of most stand in a circle, communities side by side; the
# larger the disc, the higher the PageRank.

# %%
SIGNS = {"negative": -1, "neutral": 0, "positive": 1}

actors = {actor.id: actor for actor in sorted(network.actors, key=lambda actor: -(actor.said + actor.named))[:14]}
spoken = nx.DiGraph()
spoken.add_nodes_from(sorted(actors, key=lambda actor: (actors[actor].community, actor)))
for link in network.links:
    if link.kind == "said_about" and {link.source, link.target} <= actors.keys():
        tie = spoken.get_edge_data(link.source, link.target, {"weight": 0, "sign": 0})
        sign = tie["sign"] + SIGNS[link.stance] * link.count
        spoken.add_edge(link.source, link.target, weight=tie["weight"] + link.count, sign=sign)

place = nx.circular_layout(spoken)
sizes = [150 + 9000 * actors[actor].pagerank for actor in spoken]
colours = ["tab:red" if sign < 0 else "tab:green" if sign > 0 else "silver" for *_, sign in spoken.edges(data="sign")]
figure, axes = plt.subplots(figsize=(11, 10))
nx.draw_networkx_nodes(spoken, place, ax=axes, node_size=sizes, node_color="lightsteelblue")
nx.draw_networkx_edges(
    spoken,
    place,
    ax=axes,
    edge_color=colours,
    width=[0.7 + 0.6 * weight for *_, weight in spoken.edges(data="weight")],
    connectionstyle="arc3,rad=0.12",
    node_size=sizes,
)
nx.draw_networkx_labels(spoken, place, {actor: actors[actor].label for actor in spoken}, ax=axes, font_size=8)
axes.set_axis_off()
axes.margins(0.15)
axes.set_title("Who speaks of whom, and how")
figure.savefig("who-speaks-of-whom.png", dpi=150, bbox_inches="tight")

# %% [markdown]
# ## Back to the sentence
#
# The widest red arrow, and what it was read from.

# %%
worst = min(spoken.edges(data="sign"), key=lambda edge: edge[2])
[
    (row.date, row.act, row.evidence[0].text, row.article.title)
    for row in graph.statements(speaker=worst[0], about=worst[1])
    if any(about.stance == "negative" for about in row.about)
]

# %%
graph.close()
