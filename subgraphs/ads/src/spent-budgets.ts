import type { Campaign } from './domain/campaign.ts';

/**
 * Remembers which campaigns have spent their budget of a day, so that they are not drawn in vain. What Redis counts
 * decides; this only saves asking.
 */
export class SpentBudgets {
	#day = '';
	/** The budget that was found to be spent. */
	readonly #spent = new Map<string, number>();

	note({ id, dailyBudget }: Campaign, day: string): void {
		if (dailyBudget === undefined) return;
		if (day !== this.#day) this.#spent.clear();
		this.#day = day;
		this.#spent.set(id, dailyBudget);
	}

	/** False where the budget has been raised since. */
	has({ id, dailyBudget }: Campaign, day: string): boolean {
		const spent = this.#spent.get(id);
		return day === this.#day && dailyBudget !== undefined && spent !== undefined && dailyBudget <= spent;
	}
}
