import type { GeoRadius } from '../query/query.ts';

export interface Point {
	readonly lon: number;
	readonly lat: number;
}

const METRES = { m: 1, km: 1000, mi: 1609.34, ft: 0.3048 };
const EARTH_RADIUS = 6372797.560856;

/** `lon,lat`, wherever that may be; undefined if it is none. */
export function parseCoordinates(text: string): Point | undefined {
	const match = /^\s*(-?[\d.]+)\s*[, ]\s*(-?[\d.]+)\s*$/.exec(text);
	return match ? { lon: Number(match[1]), lat: Number(match[2]) } : undefined;
}

/** A point where RediSearch stores them; undefined if it is none. */
export function parsePoint(text: string): Point | undefined {
	const point = parseCoordinates(text);
	return point && Math.abs(point.lon) <= 180 && Math.abs(point.lat) <= 85.05112878 ? point : undefined;
}

/** Whether a point lies in a circle. */
export const inRadius = (circle: GeoRadius, point: Point): boolean =>
	distance(circle, point) <= circle.radius * METRES[circle.unit];

/** The great-circle distance in metres. */
export function distance(a: Point, b: Point): number {
	const radians = Math.PI / 180;
	const u = Math.sin(((b.lat - a.lat) * radians) / 2);
	const v = Math.sin(((b.lon - a.lon) * radians) / 2);
	const arc = u * u + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * v * v;
	return 2 * EARTH_RADIUS * Math.asin(Math.sqrt(arc));
}
