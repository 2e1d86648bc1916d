// Only adds: remembers elder and dark mode, switches them, prints with the time, says that a table is wider than it looks.
(() => {
  const root = document.documentElement;
  const keys = ['mode', 'theme'];
  root.classList.add('on');
  for (const k of keys) {
    try {
      const v = localStorage.getItem(k);
      if (v === 'elder' || v === 'dark') root.dataset[k] = v;
    } catch {
      // Storage is switched off: the page works, and forgets.
    }
  }
  document.addEventListener('DOMContentLoaded', () => {
    const buttons = document.querySelectorAll('[data-set]');
    const paint = () => {
      for (const b of buttons) {
        const [k, v] = b.dataset.set.split(':');
        b.setAttribute('aria-pressed', String(root.dataset[k] === v));
      }
    };
    for (const b of buttons) {
      b.addEventListener('click', () => {
        const [k, v] = b.dataset.set.split(':');
        const on = root.dataset[k] !== v;
        if (on) root.dataset[k] = v;
        else delete root.dataset[k];
        try {
          if (on) localStorage.setItem(k, v);
          else localStorage.removeItem(k);
        } catch {
          // As above.
        }
        paint();
        widths();
      });
    }
    for (const b of document.querySelectorAll('[data-print]')) b.addEventListener('click', () => print());
    const widths = () => {
      for (const t of document.querySelectorAll('.scroll')) t.classList.toggle('wide', t.scrollWidth > t.clientWidth);
    };
    widths();
    // Regions of one name can't be told apart by ear.
    document.querySelectorAll('.scroll').forEach((t, i) => {
      t.setAttribute('aria-label', `表格 ${i + 1} ${t.querySelector('caption')?.textContent ?? ''}`.trim());
    });
    addEventListener('resize', widths);
    addEventListener('beforeprint', () => {
      const at = new Date().toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' });
      for (const p of document.querySelectorAll('[data-printed]')) p.textContent = `　打印时间：${at}`;
    });
    paint();
  });
})();
