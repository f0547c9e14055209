import type { GeoRadius } from './query.ts';

export interface Point {
	readonly lon: number;
	readonly lat: number;
}

const METRES = { m: 1, km: 1000, mi: 1609.34, ft: 0.3048 };
const EARTH_RADIUS = 6372797.560856;

/** `lon,lat`, as RediSearch stores points; undefined if it is none. */
export function parsePoint(text: string): Point | undefined {
	const match = /^\s*(-?[\d.]+)\s*[, ]\s*(-?[\d.]+)\s*$/.exec(text);
	const [lon, lat] = [Number(match?.[1]), Number(match?.[2])];
	return match && Math.abs(lon) <= 180 && Math.abs(lat) <= 85.05112878 ? { lon, lat } : undefined;
}

/** Whether a point lies in a circle, by great-circle distance. */
export function inRadius({ lon, lat, radius, unit }: GeoRadius, point: Point): boolean {
	const radians = Math.PI / 180;
	const u = Math.sin(((point.lat - lat) * radians) / 2);
	const v = Math.sin(((point.lon - lon) * radians) / 2);
	const a = u * u + Math.cos(lat * radians) * Math.cos(point.lat * radians) * v * v;
	return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(a)) <= radius * METRES[unit];
}
