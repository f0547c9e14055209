import { ProductIds } from './domain/product-ids.ts';
import type { ProductIndex } from './product-index.ts';
import { RecentAnswers } from './recent-answers.ts';
import type { Snapshot, Snapshots } from './snapshots.ts';

/** So many products of a list that moves can be seen. */
const most = 1_000;
// To rank is dear, and nobody misses what was bought within so short a time.
const keptMs = 5_000;
/** 10 KB each at most. */
const keptLists = 2_000;

/** A list as it was ranked, for everybody who asks for it about now. */
export interface Ranking {
	snapshot: Snapshot;
	/** The id under which its snapshot is kept: it is when the first asks. */
	keep: () => Promise<string>;
}

/** Ranks the lists that move with every purchase, each once within a few seconds. */
export class Rankings {
	readonly #index: ProductIndex;
	readonly #snapshots: Snapshots;
	readonly #recent: RecentAnswers<Ranking>;

	constructor(index: ProductIndex, snapshots: Snapshots, now: () => number) {
		this.#index = index;
		this.#snapshots = snapshots;
		this.#recent = new RecentAnswers({ most: keptLists, keptMs, now });
	}

	/** @param correctedSearch kept with the snapshot */
	of(query: string, ranking: 'relevance' | 'downloads', correctedSearch?: string): Promise<Ranking> {
		const key = `${ranking} ${correctedSearch ?? ''}\n${query}`;
		return this.#recent.of(key, () => this.#rank(query, ranking, correctedSearch));
	}

	/** Whoever changed the catalogue sees it at once. */
	forget(): void {
		this.#recent.forget();
	}

	async #rank(query: string, ranking: 'relevance' | 'downloads', correctedSearch?: string): Promise<Ranking> {
		const { ids, total } = await this.#index.rank(query, ranking, most);
		const snapshot = { ids: ProductIds.of(ids), total, correctedSearch };
		let kept: Promise<string> | undefined;
		return {
			snapshot,
			keep: () => {
				kept ??= this.#snapshots.keep(snapshot).catch((error) => {
					kept = undefined;
					throw error;
				});
				return kept;
			},
		};
	}
}
