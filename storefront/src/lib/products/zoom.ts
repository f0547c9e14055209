/** In pixels; points are measured from the middle of the stage. */
export interface Point {
	x: number;
	y: number;
}

export interface Size {
	width: number;
	height: number;
}

/** How a picture is seen: how much larger than it fits, and how far its middle is from the stage's. */
export interface View extends Point {
	scale: number;
}

/** The whole picture. */
export const whole: View = { scale: 1, x: 0, y: 0 };
/** Beyond this even a picture of 1,440 pixels shows nothing more. */
export const closest = 4;

/** The largest size of a picture that a stage shows all of. */
export function fitted(picture: Size, stage: Size): Size {
	const ratio = Math.min(stage.width / picture.width, stage.height / picture.height);
	return { width: picture.width * ratio, height: picture.height * ratio };
}

/** The view at another scale in which the same spot of the picture stays under `at`. */
export function zoomed(view: View, scale: number, at: Point = { x: 0, y: 0 }): View {
	const next = Math.min(closest, Math.max(1, scale));
	const growth = next / view.scale;
	return { scale: next, x: at.x - (at.x - view.x) * growth, y: at.y - (at.y - view.y) * growth };
}

/** The view moved by so much. */
export function moved(view: View, by: Point): View {
	return { scale: view.scale, x: view.x + by.x, y: view.y + by.y };
}

/** The nearest view that leaves no more of the stage empty than it must. `picture` is as large as it fits. */
export function kept(view: View, picture: Size, stage: Size): View {
	const hold = (offset: number, size: number, room: number) => {
		const most = Math.max(0, (size * view.scale - room) / 2);
		// Adding 0 turns -0 into 0.
		return Math.min(most, Math.max(-most, offset)) + 0;
	};
	return {
		scale: view.scale,
		x: hold(view.x, picture.width, stage.width),
		y: hold(view.y, picture.height, stage.height),
	};
}
