import fc from 'fast-check';
import { loadCommands } from '../../src/engine/command-table.ts';
import { Engine } from '../../src/engine/engine.ts';
import { MemoryStorage } from '../../src/storage/storage.ts';
import { type Doc, NaiveIndex, SCHEMA } from './naive-index.ts';
import { TAGS, WORDS } from './random-query.ts';
import { readReply } from './read-reply.ts';

const commands = await loadCommands();

/** An engine with an index, and the same without any. */
export class Pair {
	readonly naive = new NaiveIndex();
	readonly engine = new Engine(commands, new MemoryStorage());
	private received = '';
	private readonly client = this.engine.connect({
		address: '',
		write: (data) => {
			this.received += data;
		},
		end() {},
		destroy() {},
	});

	constructor(before: readonly Change[], after: readonly Change[]) {
		for (const change of before) change(this);
		this.run('FT.CREATE', 'idx', 'ON', 'JSON', 'PREFIX', '1', 'p:', 'STOPWORDS', '0', 'SCHEMA', ...SCHEMA);
		this.naive.reindex(this.engine.db.entries.keys());
		for (const change of after) change(this);
	}
	run(...args: string[]): unknown {
		this.received = '';
		this.engine.handle(this.client, args);
		this.engine.commit();
		this.client.flush();
		return readReply(this.received);
	}
	set(key: string, doc: Doc): void {
		this.run('JSON.SET', key, '$', JSON.stringify(doc));
		this.naive.set(key, doc);
	}
}

type Change = (pair: Pair) => void;

const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((words) => words.join(' '));
const tags = fc
	.array(fc.tuple(fc.constantFrom(...TAGS), fc.constantFrom('', ' ')), { maxLength: 4 })
	.map((all) => all.map(([tag, blank]) => `${blank}${tag}${blank}`).join(','));
const few = fc.integer({ min: 0, max: 4 });
const sometimes = <T>(value: fc.Arbitrary<T>, ...others: fc.Arbitrary<unknown>[]) =>
	fc.oneof({ weight: 12, arbitrary: value }, ...others, fc.constant(null));
const doc = fc.record(
	{
		available: sometimes(fc.boolean()),
		tagList: sometimes(tags, fc.array(fc.constantFrom(...TAGS), { maxLength: 2 }), fc.boolean()),
		labels: sometimes(fc.array(fc.constantFrom(...TAGS, null), { maxLength: 3 })),
		price: sometimes(few, fc.constant('dear')),
		downloads: sometimes(few, fc.array(few, { maxLength: 2 })),
		sizes: sometimes(fc.array(few, { maxLength: 3 })),
		nameKey: sometimes(fc.constantFrom('a', 'B', 'b', 'c')),
		title: sometimes(texts, fc.array(texts, { maxLength: 2 })),
		body: sometimes(texts, fc.integer()),
		motto: sometimes(texts),
	},
	{ requiredKeys: [] },
) as fc.Arbitrary<Doc>;

/** A change of one of so many documents. */
const changeOf = (key: fc.Arbitrary<string>): fc.Arbitrary<Change> =>
	fc.oneof(
		{
			weight: 8,
			arbitrary: fc.tuple(key, doc).map(
				([key, doc]): Change =>
					(pair) =>
						pair.set(key, doc),
			),
		},
		fc.tuple(key, few).map(
			([key, by]): Change =>
				(pair) => {
					const old = pair.naive.written.get(key);
					if (typeof old?.downloads !== 'number') return;
					pair.run('JSON.NUMINCRBY', key, '$.downloads', `${by}`);
					pair.naive.set(key, { ...old, downloads: old.downloads + by });
				},
		),
		fc.tuple(key, few).map(
			([key, price]): Change =>
				(pair) => {
					const old = pair.naive.written.get(key);
					if (old === undefined) return;
					pair.run('JSON.SET', key, '$.price', `${price}`);
					pair.naive.set(key, { ...old, price });
				},
		),
		{
			weight: 2,
			arbitrary: key.map(
				(key): Change =>
					(pair) => {
						pair.run('DEL', key);
						pair.naive.set(key, undefined);
					},
			),
		},
		fc.tuple(key, key).map(
			([from, to]): Change =>
				(pair) => {
					const old = pair.naive.written.get(from);
					if (old === undefined || from === to) return;
					pair.run('RENAME', from, to);
					pair.naive.set(from, undefined);
					pair.naive.set(to, old);
				},
		),
	);
const changesOf = (keys: number, maxLength: number) => {
	const key = fc.integer({ min: 0, max: keys - 1 }).map((i) => `p:${i}`);
	const changes = fc.array(changeOf(key), { maxLength, minLength: maxLength / 4, size: 'max' });
	return fc.record({ before: changes, after: changes });
};
/** Few documents, which go through all that can happen to one; now and then so many that sets of them are dense. */
export const pairs = fc.oneof(
	{ weight: 24, arbitrary: changesOf(26, 60) },
	{ weight: 1, arbitrary: fc.noShrink(changesOf(200, 400)) },
);
