/**
 * Thrown by a handler when trying again cannot help and an operator must look: the event goes to the dead letters at
 * once.
 */
export class Hopeless extends Error {
	override name = 'Hopeless';
}
