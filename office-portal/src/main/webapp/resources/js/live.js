// What the server tells an open page of is read at once, but no more than once a second, and not while nobody sees it.
(function () {
  'use strict';
  var PAUSE = 1000;
  var readers = {};

  function read(name) {
    var reader = readers[name];
    if (reader.resting || document.hidden) {
      reader.due = true;
      return;
    }
    reader.due = false;
    reader.resting = true;
    window[name]();
    setTimeout(function () {
      reader.resting = false;
      readDue(name);
    }, PAUSE);
  }

  function readDue(name) {
    if (readers[name].due) {
      read(name);
    }
  }

  // name: the page's remote command; news: what the server told of; only: the one that the page shows, nothing for all
  window.liveRead = function (name, news, only) {
    if (only === undefined || news.indexOf(only) >= 0) {
      readers[name] = readers[name] || {due: false, resting: false};
      read(name);
    }
  };

  document.addEventListener('visibilitychange', function () {
    Object.keys(readers).forEach(readDue);
  });
})();
