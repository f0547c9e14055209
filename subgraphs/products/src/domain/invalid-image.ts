/** What was given is no picture that the shop takes. The message says, for people, what is wrong with it. */
export class InvalidImage extends Error {
	override name = 'InvalidImage';
}
