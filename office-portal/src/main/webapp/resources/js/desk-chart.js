// A picture of bars by name, drawn from the rows of a table on the same page, which is the picture's text.
// Not animated: the picture is redrawn with every refresh.
(function () {
  'use strict';
  // so many names do not stand side by side
  var MANY = 8;

  // Draws at once and after each change of the window's size; the answer draws again.
  // partsOf(rows, words): legend and series, from the rows' data and the words that stand at the place of the picture
  window.deskChart = function (id, rowsSelector, partsOf) {
    function draw() {
      var place = document.getElementById(id);
      if (!place || !window.echarts) {
        return;
      }
      var rows = Array.prototype.map.call(document.querySelectorAll(rowsSelector), function (row) {
        return row.dataset;
      });
      // an empty picture says nothing; the table says that there is nothing
      place.parentNode.hidden = rows.length === 0;
      var chart = echarts.getInstanceByDom(place) || echarts.init(place);
      chart.setOption(Object.assign({
        animation: false,
        textStyle: {fontFamily: 'inherit'},
        grid: {left: 12, right: 16, top: 40, bottom: 8, containLabel: true},
        tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
        xAxis: {type: 'category', data: rows.map(function (r) { return r.name; }), axisLabel: {interval: 0, rotate: rows.length > MANY ? 25 : 0, width: 88, overflow: 'break', color: '#343a40'}},
        yAxis: {type: 'value', axisLabel: {color: '#343a40'}}
      }, partsOf(rows, place.dataset)), true);
    }

    document.addEventListener('DOMContentLoaded', function () {
      draw();
      // an answer that made the place anew left it empty
      jQuery(document).on('pfAjaxComplete', function () {
        var place = document.getElementById(id);
        if (place && window.echarts && !echarts.getInstanceByDom(place)) {
          draw();
        }
      });
    });
    window.addEventListener('resize', function () {
      var place = document.getElementById(id);
      var chart = place && window.echarts && echarts.getInstanceByDom(place);
      if (chart) {
        chart.resize();
      }
    });
    return draw;
  };
})();
