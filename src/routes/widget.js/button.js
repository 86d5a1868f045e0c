// Runs on foreign pages, also under a strict policy: no inline style, no markup of strings, nothing from elsewhere.
// The server hands in the words and colours of the town.
(() => {
  const script = document.currentScript;
  const town = new URL(script.src).origin;
  const { path, open, close, theme, rules } = __TOWN__;

  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children);
    return element;
  };

  const isInline = script.hasAttribute('data-inline');
  const frame = make('iframe', {
    title: open,
    referrerpolicy: 'origin',
    sandbox: 'allow-forms allow-popups allow-popups-to-escape-sandbox allow-same-origin allow-scripts',
  });
  const button = make('button', { type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel' }, open);
  const shut = make('button', { type: 'button', 'aria-label': close }, '✕');
  const panel = make('div', { id: 'panel', role: 'dialog', 'aria-label': open }, shut, frame);

  const show = (isOpen) => {
    if (isOpen && !frame.src) frame.src = town + path;
    panel.hidden = !isOpen;
    button.hidden = isOpen;
    button.setAttribute('aria-expanded', String(isOpen));
    (isOpen ? frame : button).focus();
  };

  addEventListener('message', ({ origin, source, data }) => {
    if (origin !== town || source !== frame.contentWindow || !data) return;
    if (data.type === 'ortskern:close' && !isInline) show(false);
    if (data.type === 'ortskern:height' && Number.isFinite(data.height))
      frame.style.height = `${Math.min(Math.max(data.height, 160), 4000)}px`;
  });

  const insert = () => {
    const host = make('div', {});
    const root = host.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(theme + rules);
    root.adoptedStyleSheets = [sheet];
    if (isInline) {
      frame.src = town + path;
      root.append(make('div', { class: 'inline' }, frame));
      return script.after(host);
    }
    panel.hidden = true;
    button.addEventListener('click', () => show(true));
    shut.addEventListener('click', () => show(false));
    root.addEventListener('keydown', ({ key }) => key === 'Escape' && show(false));
    root.append(make('div', { class: 'corner' }, button, panel));
    document.body.append(host);
  };
  if (document.body) insert();
  else addEventListener('DOMContentLoaded', insert);
})();
