// A work list narrows to what is typed, a moment after the last key.
(function () {
  'use strict';
  var PAUSE = 300;
  var waiting;

  function narrow(field) {
    clearTimeout(waiting);
    PF(field.dataset.table).filter();
  }

  document.addEventListener('input', function (event) {
    if (event.target.matches('.table-find')) {
      clearTimeout(waiting);
      waiting = setTimeout(narrow, PAUSE, event.target);
    }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === 'Enter' && event.target.matches('.table-find')) {
      event.preventDefault();
      narrow(event.target);
    }
  });
})();
