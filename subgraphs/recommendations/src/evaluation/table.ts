import { likeness, popularityPower } from '../domain/affinity.ts';
import { diversity } from '../domain/diversify.ts';
import { damping, minSupport } from '../domain/lift.ts';
import { tagWeight } from '../domain/tf-idf.ts';
import { halfLifeMs } from '../domain/trend.ts';
import type { Evaluation } from './evaluate.ts';
import { trainShare } from './hold-out.ts';
import { k } from './measure.ts';
import type { HistorySize } from './synthetic-history.ts';

/** The lines that tell how an evaluation went, and with which parameters. */
export function table(size: HistorySize, { baskets, results }: Evaluation): string[] {
	const number = (value: number) => value.toLocaleString('en-US');
	const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
	const learned = Math.floor(size.orders * trainShare);
	const days = halfLifeMs / (24 * 60 * 60 * 1000);
	const head = ['', `recall@${k}`, 'hits in 100 shown', 'coverage', 'same topic', 'length', 'ms a list'];
	const rows = results.map(([name, { recall, coverage, sameTopic, length, ms }]) => [
		name,
		percent(recall),
		((100 * recall) / Math.max(length, 1e-9)).toFixed(2),
		percent(coverage),
		percent(sameTopic),
		length.toFixed(1),
		ms.toFixed(2),
	]);
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => row[column]!.length)),
	);
	return [
		`${number(size.products)} artworks, ${number(learned)} earlier orders learned, the last item of ${number(baskets)} later baskets asked for; seed ${size.seed}`,
		`support from ${minSupport}, damping ${damping}, likeness ${likeness}, popularity to the power of ${popularityPower}, ` +
			`diversity ${diversity}, tags by ${tagWeight}, half-life ${days} days`,
		'',
		...[head, ...rows].map((cells) =>
			cells
				.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!)))
				.join('  '),
		),
	];
}
