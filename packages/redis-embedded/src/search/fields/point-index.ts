import type { Json } from '../../values/json.ts';
import type { GeoRadius } from '../query/query.ts';
import { DocumentSet } from './document-set.ts';
import { inRadius, type Point, parsePoint } from './geo.ts';

/** The points of each document in one field; all are looked at. */
export class PointIndex {
	private readonly points = new Map<number, readonly Point[]>();

	update(slot: number, values: readonly Json[]): void {
		if (values.length === 0) this.points.delete(slot);
		else
			this.points.set(
				slot,
				values.map((value) => parsePoint(String(value))!),
			);
	}
	/** How many points documents have. */
	get records(): number {
		return this.points.values().reduce((sum, { length }) => sum + length, 0);
	}

	/** To be released. */
	find(circle: GeoRadius): DocumentSet {
		const found = DocumentSet.borrow();
		for (const [slot, points] of this.points) {
			if (points.some((point) => inRadius(circle, point))) found.add(slot);
		}
		return found;
	}
}
