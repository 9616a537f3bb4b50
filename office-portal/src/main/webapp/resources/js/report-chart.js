// A picture for each part of a report that has one, drawn from the part's table, which is the picture's text.
(function () {
  'use strict';
  var COLOURS = ['#1d3557', '#5b7fa6', '#8a6100'];
  var DECALS = [
    {symbol: 'none'},
    {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.78, color: 'rgba(255,255,255,.45)'},
    {symbol: 'circle', dashArrayX: [[8, 8]], dashArrayY: [8, 8], color: 'rgba(255,255,255,.45)'}
  ];

  function draw(place) {
    var table = place.parentNode.querySelector('table');
    var rows = Array.prototype.slice.call(table.tBodies[0].rows, 0, 20);
    var heads = table.tHead.rows[0].cells;
    var columns = place.dataset.drawn.split(',').map(Number);
    var chart = echarts.getInstanceByDom(place) || echarts.init(place);
    chart.setOption({
      animation: false,
      textStyle: {fontFamily: 'inherit'},
      grid: {left: 12, right: 16, top: 40, bottom: 8, containLabel: true},
      tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
      legend: {top: 4},
      xAxis: {type: 'category', data: rows.map(function (r) { return r.cells[0].textContent.trim(); }),
        axisLabel: {interval: 0, rotate: 25, color: '#343a40', width: 130, overflow: 'truncate'}},
      yAxis: {type: 'value', axisLabel: {color: '#343a40'}},
      series: columns.map(function (column, at) {
        return {name: heads[column].textContent.trim(), type: 'bar', barMaxWidth: 26, color: COLOURS[at],
          itemStyle: {decal: DECALS[at]},
          data: rows.map(function (r) { return r.cells[column].dataset.number || '-'; })};
      })
    }, true);
  }

  function each(deed) {
    if (window.echarts) {
      Array.prototype.forEach.call(document.querySelectorAll('.report-chart'), deed);
    }
  }

  window.reportCharts = function () { each(draw); };
  document.addEventListener('DOMContentLoaded', window.reportCharts);
  window.addEventListener('resize', function () {
    each(function (place) {
      var chart = echarts.getInstanceByDom(place);
      if (chart) {
        chart.resize();
      }
    });
  });
})();
