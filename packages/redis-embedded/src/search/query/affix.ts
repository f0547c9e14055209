import { matchesGlob } from '../../engine/glob.ts';
import { toBytes } from '../../protocol/reply.ts';
import type { AffixNode } from './query.ts';

/** RediSearch finds nothing by a shorter affix (in bytes), and looks no further than so many terms. */
const MIN_LENGTH = 2;
export const MAX_EXPANSIONS = 200;

/** Tells terms or tags that have an affix; undefined for one that is too short. */
export function affixTest({ type, text }: AffixNode): ((term: string) => boolean) | undefined {
	if (type === 'wildcard') {
		const pattern = text.replaceAll('[', '\\[');
		return (term) => matchesGlob(pattern, term);
	}
	if (toBytes(text).length < MIN_LENGTH) return undefined;
	if (type === 'prefix') return (term) => term.startsWith(text);
	return type === 'suffix' ? (term) => term.endsWith(text) : (term) => term.includes(text);
}
