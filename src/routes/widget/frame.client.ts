// Tells the page around the frame how tall it is and when it may close. Both say nothing about the person.

const isFramed = parent !== window;
const main = document.querySelector('main');

function tell(message: { type: string; height?: number }): void {
  // Whose page it is we cannot know; the button there believes only messages from our address.
  if (isFramed) parent.postMessage(message, '*');
}

if (main) {
  new ResizeObserver(() => tell({ type: 'ortskern:height', height: Math.ceil(main.offsetHeight) })).observe(
    main,
  );
}
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') tell({ type: 'ortskern:close' });
});
