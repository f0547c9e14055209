import { clauses } from './clauses.ts';
import type { World } from './world.ts';

/** What one clause came to, with its line. */
export interface ReportLine {
	title: string;
	checked: number;
	violations: string[];
	/** For people: one line, however many violations there are. */
	text: string;
}

const shownViolations = 3;

/** Holds the world against every clause. */
export function audit(world: World): ReportLine[] {
	return clauses.map(({ title, check }) => {
		const { checked, violations, note } = check(world);
		const shown = violations.slice(0, shownViolations).join('; ');
		const more = violations.length > shownViolations ? '; …' : '';
		const verdict = violations.length > 0 ? `VIOLATED ${violations.length}: ${shown}${more}` : 'violated 0';
		const text = `${title}: checked ${checked}, ${verdict}${note ? ` (${note})` : ''}`;
		return { title, checked, violations, text };
	});
}
