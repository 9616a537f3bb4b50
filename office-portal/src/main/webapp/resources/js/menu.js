// The menu is longer than a small screen: where one is stands in sight.
document.addEventListener('DOMContentLoaded', function () {
  'use strict';
  var here = document.querySelector('.app-menu .here');
  if (here) {
    here.scrollIntoView({block: 'nearest'});
  }
});
