// The least that is an Electron application: one sandboxed window on one line of text. It says 'ready' once that is painted.
const { app, BrowserWindow } = require('electron');

app.setPath('userData', process.argv.find((text) => text.startsWith('--user-data=')).slice('--user-data='.length));
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => {
    window.show();
    process.stdout.write('ready\n');
  });
  window.loadFile('index.html');
});
app.on('window-all-closed', () => app.quit());
process.on('SIGTERM', () => app.quit());
