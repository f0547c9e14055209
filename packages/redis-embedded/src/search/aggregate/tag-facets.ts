import type { Keyspace } from '../../engine/keyspace.ts';
import { toBytes } from '../../protocol/reply.ts';
import type { DocumentSet } from '../fields/document-set.ts';
import { split } from '../fields/split.ts';
import type { TagCounts } from '../fields/tag-counts.ts';
import { cellReader } from '../load.ts';
import { firstSorted } from '../order.ts';
import type { Matcher } from '../query/matcher.ts';
import type { SearchIndex } from '../search-index.ts';
import type { Begun } from './aggregation.ts';
import type { SortStep } from './aggregation-options.ts';
import type { Plan } from './aggregation-plan.ts';
import { type Expression, noValue } from './expression.ts';
import type { Cell, Row } from './row.ts';

/**
 * `APPLY split(@field, separator) AS tag GROUPBY 1 @tag REDUCE COUNT 0 SORTBY …`, from what the index counts of a tag
 * field, where that gives the same rows; undefined elsewhere. Also says for how many steps it stands.
 */
export function tagFacets(db: Keyspace, index: SearchIndex, matcher: Matcher, plan: Plan): Begun | undefined {
	const facet = facetOf(index, plan);
	if (facet === undefined) return undefined;
	const id = JSON.stringify([facet.field, facet.tag, facet.count, facet.sort]);
	const known = counted.get(matcher)?.get(id);
	if (known) return begin(known);
	const groups = countGroups(db, index, matcher.documents, facet);
	// Rows are dear, and most of them would be dropped.
	const first = firstSorted(groups, facet.sort, ({ tag, count }, name) => (name === facet.tag ? tag : count));
	const rows = first.map(
		({ tag, count }): Row =>
			new Map<string, Cell>([
				[facet.tag, tag],
				[facet.count, count],
			]),
	);
	const found = { rows, total: groups.length };
	counted.set(matcher, new Map(counted.get(matcher)).set(id, found));
	return begin(found);
}

interface Counted {
	readonly rows: readonly Row[];
	readonly total: number;
}

const begin = ({ rows, total }: Counted): Begun => ({ rows, steps: 3, count: { seen: total } });

/** What was counted of the last queries, which are forgotten with whatever changes. */
const counted = new WeakMap<Matcher, ReadonlyMap<string, Counted>>();

/** How many documents have a tag; null: none at all. */
interface Group {
	readonly tag: string | null;
	count: number;
}

function countGroups(
	db: Keyspace,
	index: SearchIndex,
	found: DocumentSet,
	{ field, sorted, counts }: Facet,
): Group[] {
	const regular = found.copy().intersect(counts.regular);
	const groups: Group[] = counts.count(regular, index.documents);
	const tagged = regular.copy().intersect(counts.tagged);
	// Those without a tag are a group, too.
	let bare = regular.size - tagged.size;
	tagged.release();
	const read = cellReader(db, index, toBytes(field), sorted);
	const irregular = found.copy().subtract(regular);
	const byTag = new Map(irregular.size > 0 ? groups.map((group) => [group.tag, group]) : []);
	irregular.forEach((slot) => {
		const text = read(slot);
		if (text === undefined) throw noValue(field);
		const names = split(String(text), counts.separator);
		if (names.length === 0) bare++;
		for (const name of names) {
			const group = byTag.get(name) ?? { tag: name, count: 0 };
			if (group.count++ === 0) groups.push(group);
			byTag.set(name, group);
		}
	});
	if (bare > 0) groups.push({ tag: null, count: bare });
	regular.release();
	irregular.release();
	return groups;
}

interface Facet {
	readonly field: string;
	/** Whether it is read as the index sorts by it. */
	readonly sorted: boolean;
	readonly counts: TagCounts;
	/** What the columns are called. */
	readonly tag: string;
	readonly count: string;
	readonly sort: SortStep;
}

function facetOf(index: SearchIndex, { steps, wanted, loadAll }: Plan): Facet | undefined {
	const [apply, group, sort] = steps;
	if (apply?.kind !== 'apply' || group?.kind !== 'group' || sort?.kind !== 'sort' || loadAll)
		return undefined;
	const tag = apply.as;
	const [reducer, ...others] = group.reducers;
	if (group.by.length !== 1 || group.by[0] !== tag || others.length > 0) return undefined;
	if (reducer?.name !== 'COUNT' || reducer.properties.length > 0 || reducer.as === tag) return undefined;
	// Rows come in another order here: it must not show.
	if (!sort.by.some(({ name }) => name === tag)) return undefined;
	const { field, separator } = splitOf(apply.expression) ?? {};
	if (field === undefined) return undefined;
	const read = wanted.get(field);
	if (read?.name !== toBytes(field)) return undefined;
	const counts = index.tags.get(field)?.counts;
	if (counts?.separator !== separator || !index.field(field)?.indexed) return undefined;
	return { field, sorted: read.sorted, counts: counts!, tag, count: reducer.as, sort };
}

/** The field and the separator of `split(@field, separator)`, if an expression is that. */
function splitOf({ root }: Expression): { field: string; separator: string } | undefined {
	if (root.kind !== 'call' || root.name !== 'split' || root.args.length > 2) return undefined;
	const [property, separator = { kind: 'value', value: ',' }] = root.args;
	if (property?.kind !== 'property' || separator.kind !== 'value') return undefined;
	return { field: property.name, separator: String(separator.value) };
}
