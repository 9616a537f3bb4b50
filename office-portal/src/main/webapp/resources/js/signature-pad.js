// A signature drawn with finger, pen or mouse. What is kept are its points, as an SVG path in the field that the canvas
// names: whole numbers on the canvas' own ground, whatever the screen's size. Who cannot draw signs on paper.
(function () {
  'use strict';

  function pad(canvas) {
    var field = document.getElementById(canvas.dataset.field);
    var clear = document.getElementById(canvas.dataset.clear);
    var pen = canvas.getContext('2d');
    var strokes = [];
    var drawing = null;

    function point(event) {
      var box = canvas.getBoundingClientRect();
      var x = Math.round((event.clientX - box.left) * canvas.width / box.width);
      var y = Math.round((event.clientY - box.top) * canvas.height / box.height);
      return [Math.min(Math.max(x, 0), canvas.width), Math.min(Math.max(y, 0), canvas.height)];
    }

    function keep() {
      field.value = strokes.map(function (stroke) {
        return 'M' + stroke.map(function (p) { return p[0] + ' ' + p[1]; }).join('L');
      }).join('');
    }

    function add(event) {
      var to = point(event);
      var from = drawing[drawing.length - 1];
      if (from && from[0] === to[0] && from[1] === to[1]) {
        return;
      }
      drawing.push(to);
      pen.beginPath();
      pen.moveTo((from || to)[0], (from || to)[1]);
      pen.lineTo(to[0], to[1]);
      pen.stroke();
    }

    pen.lineWidth = 3;
    pen.lineCap = 'round';
    pen.lineJoin = 'round';
    pen.strokeStyle = '#000';

    canvas.addEventListener('pointerdown', function (event) {
      // one pen at a time, and only the main button of a mouse
      if (drawing || event.button !== 0) {
        return;
      }
      event.preventDefault();
      canvas.setPointerCapture(event.pointerId);
      drawing = [];
      strokes.push(drawing);
      add(event);
    });
    canvas.addEventListener('pointermove', function (event) {
      if (drawing && canvas.hasPointerCapture(event.pointerId)) {
        (event.getCoalescedEvents && event.getCoalescedEvents().length ? event.getCoalescedEvents() : [event]).forEach(add);
      }
    });
    ['pointerup', 'pointercancel'].forEach(function (end) {
      canvas.addEventListener(end, function (event) {
        if (drawing && canvas.hasPointerCapture(event.pointerId)) {
          drawing = null;
          keep();
        }
      });
    });
    clear.addEventListener('click', function () {
      strokes = [];
      drawing = null;
      pen.clearRect(0, 0, canvas.width, canvas.height);
      keep();
    });
  }

  document.addEventListener('DOMContentLoaded', function () {
    Array.prototype.forEach.call(document.querySelectorAll('canvas.signature'), pad);
  });
})();
