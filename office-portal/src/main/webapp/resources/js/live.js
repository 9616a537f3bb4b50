// What the server tells an open page of is read at once, but no more than once a second, not while nobody sees it, and
// not while a button is held: what is pressed on would be another thing when it is let go, and the click lost.
(function () {
  'use strict';
  var PAUSE = 1000;
  var readers = {};
  // a list of choices that opens swallows the letting go
  var LONGEST_PRESS = 2000;
  var pressed = null;

  function read(name) {
    var reader = readers[name];
    if (reader.resting || document.hidden || pressed !== null) {
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

  function readAllDue() {
    Object.keys(readers).forEach(readDue);
  }

  // name: the page's remote command
  window.liveRead = function (name) {
    readers[name] = readers[name] || {due: false, resting: false};
    read(name);
  };

  // whether a row of a table on the page is what the server told of
  window.liveShows = function (news) {
    return news.some(function (key) {
      return document.querySelector('[data-row="' + CSS.escape(key) + '"]') !== null;
    });
  };

  // what was opened stays open when an answer makes it anew
  var opened = {};
  document.addEventListener('toggle', function (event) {
    if (event.target.dataset && event.target.dataset.keep === 'open') {
      opened[event.target.id] = event.target.open;
    }
  }, true);
  // what is read quietly tells no pfAjaxComplete: its command calls this itself
  window.keepOpen = function () {
    Object.keys(opened).forEach(function (id) {
      var details = document.getElementById(id);
      if (details) {
        details.open = opened[id];
      }
    });
  };
  document.addEventListener('DOMContentLoaded', function () {
    jQuery(document).on('pfAjaxComplete', window.keepOpen);
  });

  document.addEventListener('visibilitychange', readAllDue);
  function letGo() {
    clearTimeout(pressed);
    pressed = null;
    // the click comes after it
    setTimeout(readAllDue, 0);
  }

  document.addEventListener('pointerdown', function () {
    clearTimeout(pressed);
    pressed = setTimeout(letGo, LONGEST_PRESS);
  });
  document.addEventListener('pointerup', letGo);
  document.addEventListener('pointercancel', letGo);
})();
