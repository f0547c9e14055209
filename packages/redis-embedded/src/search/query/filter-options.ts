import { parseDouble } from '../../engine/arguments.ts';
import { RedisError, toText } from '../../protocol/reply.ts';
import type { Words } from '../words.ts';
import { circle, type QueryNode, rangeEnd } from './query.ts';

/** Reads what comes after FILTER: a field and the ends of a range, without an end after a parenthesis. */
export function readFilter(words: Words): QueryNode {
	const [field, low, high] = words.rest(3);
	if (high === undefined) throw new RedisError('FILTER requires 3 arguments');
	return {
		...{ type: 'numeric', field: toText(field!) },
		...{ min: rangeEnd(low!.replace(/^\(/, ''), 'lower'), above: low!.startsWith('(') },
		...{ max: rangeEnd(high.replace(/^\(/, ''), 'upper'), below: high.startsWith('(') },
	};
}

/** Reads what comes after GEOFILTER: a field, a place, a radius and its unit. */
export function readGeoFilter(words: Words): QueryNode {
	const [field, lon, lat, radius, unit] = words.rest(5);
	if (unit === undefined) throw new RedisError('GEOFILTER requires 5 arguments');
	if (!/^(m|km|mi|ft)$/i.test(unit)) throw new RedisError(`Unknown distance unit ${unit}`);
	const number = (text: string, name: string) =>
		parseDouble(text, `Bad arguments for <${name}>: Could not convert argument to expected type`);
	const place = circle(number(lon!, 'lon'), number(lat!, 'lat'), number(radius!, 'radius'), unit);
	return { type: 'geo', field: toText(field!), ...place };
}
