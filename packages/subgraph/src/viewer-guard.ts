import type { Viewer } from '@infinite-blob/session/viewer';
import { GraphQLError } from 'graphql';

/** The session that asks. @throws UNAUTHENTICATED when none does */
export function requireSession(viewer: Viewer): string {
	if (viewer.kind === 'session') return viewer.sessionId;
	throw new GraphQLError(
		'This needs a session: call the mutation createSession and send its token as "Authorization: Bearer TOKEN".',
		{ extensions: { code: 'UNAUTHENTICATED' } },
	);
}

/** @throws FORBIDDEN when another than the admin asks */
export function requireAdmin(viewer: Viewer): void {
	if (viewer.kind === 'admin') return;
	throw new GraphQLError('This needs the admin scope: send "Authorization: Bearer ADMIN_TOKEN".', {
		extensions: { code: 'FORBIDDEN' },
	});
}

/** @throws FORBIDDEN when another than a service of the shop asks */
export function requireService(viewer: Viewer): void {
	if (viewer.kind === 'service') return;
	throw new GraphQLError('This is for the services of the shop alone.', {
		extensions: { code: 'FORBIDDEN' },
	});
}
