// `npm run bench:search`: what searching costs in the embedded Redis, in this process, by the number of documents.
import { runWithOptions } from '@infinite-blob/config/run-with-options';
import { Catalogue } from './catalogue.ts';
import { measureIndexing, measureWriting } from './indexing.ts';
import { help, type Options, readOptions } from './options.ts';
import { Report } from './report.ts';
import { shapesOf, writesOf } from './shapes.ts';
import { time } from './time.ts';

function run({ sizes, rounds, only }: Options): void {
	console.log(`Node ${process.version}; ${rounds} of each, inputs at random; p50, p99 and mean CPU in ms`);
	const report = new Report();
	for (const size of sizes) {
		report.add('', `${size} documents`);
		const catalogue = new Catalogue(size);
		const documents = Array.from(
			{ length: size },
			(_, i) => [catalogue.key(i), catalogue.document(i)] as const,
		);
		const redis = measureIndexing(documents, report);
		const draws = { ...shapesOf(catalogue, size), ...writesOf(catalogue, size) };
		for (const [name, draw] of Object.entries(draws)) {
			if (only !== undefined && !name.includes(only)) continue;
			const { p50, p99, cpu } = time(redis, draw, rounds);
			report.add(name, [p50, p99, cpu].map((ms) => ms.toFixed(2).padStart(8)).join(''));
		}
		measureWriting(documents, report);
	}
	report.print();
}

await runWithOptions(readOptions, help, run);
