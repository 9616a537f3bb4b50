// Draws the charges of a period beside those of the period before and of last year from the table below it, which is the
// picture's text. Not animated: the picture is redrawn with every refresh.
(function () {
  'use strict';
  var SERIES = [
    {key: 'now', colour: '#1d3557', decal: {symbol: 'none'}},
    {key: 'previous', colour: '#5b7fa6', decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.78, color: 'rgba(255,255,255,.45)'}},
    {key: 'year', colour: '#8a6100', decal: {symbol: 'circle', dashArrayX: [[8, 8]], dashArrayY: [8, 8], color: 'rgba(255,255,255,.45)'}}
  ];

  window.indicatorChart = function () {
    var place = document.getElementById('indicator-chart');
    if (!place || !window.echarts) {
      return;
    }
    var rows = Array.prototype.map.call(document.querySelectorAll('#indicators-table .chart-row'), function (row) {
      return row.dataset;
    });
    var words = place.dataset;
    var chart = echarts.getInstanceByDom(place) || echarts.init(place);
    chart.setOption({
      animation: false,
      textStyle: {fontFamily: 'inherit'},
      grid: {left: 12, right: 16, top: 40, bottom: 8, containLabel: true},
      legend: {top: 4},
      tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
      xAxis: {type: 'category', data: rows.map(function (r) { return r.name; }), axisLabel: {interval: 0, rotate: 25, color: '#343a40'}},
      yAxis: {type: 'value', axisLabel: {color: '#343a40'}},
      series: SERIES.map(function (one) {
        return {name: words[one.key], type: 'bar', barMaxWidth: 22, color: one.colour, itemStyle: {decal: one.decal},
          data: rows.map(function (r) { return r[one.key]; })};
      })
    }, true);
  };

  document.addEventListener('DOMContentLoaded', window.indicatorChart);
  window.addEventListener('resize', function () {
    var place = document.getElementById('indicator-chart');
    var chart = place && window.echarts && echarts.getInstanceByDom(place);
    if (chart) {
      chart.resize();
    }
  });
})();
