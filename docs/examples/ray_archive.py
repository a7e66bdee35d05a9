"""An archive in Parquet through several processes, with Ray Data.

    python docs/examples/ray_archive.py articles.parquet outcomes/ --model NAME --base-url URL

Reads articles (columns id, text, published, ...), writes outcomes as Parquet. Run it again after a
crash or a failure: ids that have a complete outcome are passed over, and the others are done again.
An actor that dies is replaced, and its batch is done again. An article may then have several
outcomes, of which the complete one counts.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import ray
from pyarrow import dataset

from communique.ray import RayExtractor


def main() -> None:
    """Extract what is not among the outcomes yet."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("outcomes", type=Path)
    parser.add_argument("--model", default=None)
    parser.add_argument("--base-url", default=None)
    parser.add_argument("--actors", type=int, default=2)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--requests-at-once", type=int, default=8)
    options = parser.parse_args()

    done: set[str] = set()
    if options.outcomes.is_dir() and any(options.outcomes.glob("*.parquet")):
        complete = dataset.field("status") == "complete"
        table = dataset.dataset(options.outcomes).to_table(columns=["id"], filter=complete)
        done = set(table.column("id").to_pylist())

    ray.data.DataContext.get_current().enable_progress_bars = False
    articles = ray.data.read_parquet(options.articles)
    if done:
        articles = articles.filter(lambda row: str(row["id"]) not in done)
    outcomes = articles.repartition(target_num_rows_per_block=options.batch).map_batches(
        RayExtractor,
        fn_constructor_kwargs={
            "model": options.model,
            "base_url": options.base_url,
            "requests_at_once": options.requests_at_once,
        },
        batch_size=options.batch,
        compute=ray.data.ActorPoolStrategy(size=options.actors),
        num_cpus=0.25,  # they mostly wait, and reading and writing need a place too
    )
    outcomes.write_parquet(str(options.outcomes), mode=ray.data.SaveMode.APPEND)


if __name__ == "__main__":
    main()
