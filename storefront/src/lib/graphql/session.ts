import { operation } from './operation.ts';
import type { CreateSessionMutation, CreateSessionMutationVariables } from './operations.generated.ts';

export const createSessionMutation = operation<CreateSessionMutation, CreateSessionMutationVariables>(
	/* GraphQL */ `
		mutation CreateSession {
			createSession {
				token
				expiresAt
			}
		}
	`,
);
