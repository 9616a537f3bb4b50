// PrimeFaces gives each message the role of an alert inside a list, which then is a list without items: it is no list.
(function () {
  'use strict';

  function unlist() {
    document.querySelectorAll('.ui-messages ul:not([role])').forEach(function (list) {
      list.setAttribute('role', 'presentation');
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    unlist();
    new MutationObserver(unlist).observe(document.body, {childList: true, subtree: true});
  });
}());
