// Draws the departments' month against their quotas from the table below it, which is the picture's text.
// Not animated: the picture is redrawn with every refresh.
(function () {
  'use strict';
  var LEVEL = {
    '0': {colour: '#2f7d4f', decal: {symbol: 'none'}},
    '80': {colour: '#8a6100', decal: {symbol: 'circle', dashArrayX: [[8, 8]], dashArrayY: [8, 8], color: 'rgba(255,255,255,.45)'}},
    '90': {colour: '#b54708', decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.78, color: 'rgba(255,255,255,.45)'}},
    '100': {colour: '#b42318', decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0.78, color: 'rgba(255,255,255,.45)'}}
  };

  window.quotaChart = function () {
    var place = document.getElementById('quota-chart');
    if (!place || !window.echarts) {
      return;
    }
    var rows = Array.prototype.map.call(document.querySelectorAll('.chart-row'), function (row) {
      return row.dataset;
    });
    var words = place.dataset;
    var chart = echarts.getInstanceByDom(place) || echarts.init(place);
    chart.setOption({
      animation: false,
      textStyle: {fontFamily: 'inherit'},
      grid: {left: 12, right: 16, top: 40, bottom: 8, containLabel: true},
      legend: {top: 4, data: [words.charges, words.quota]},
      tooltip: {trigger: 'axis', axisPointer: {type: 'shadow'}},
      xAxis: {type: 'category', data: rows.map(function (r) { return r.name; }), axisLabel: {interval: 0, rotate: 25, color: '#343a40'}},
      yAxis: {type: 'value', axisLabel: {color: '#343a40'}},
      series: [
        {name: words.charges, type: 'bar', barMaxWidth: 34, color: LEVEL['0'].colour,
          data: rows.map(function (r) {
            var level = LEVEL[r.level];
            return {value: r.charges, itemStyle: {color: level.colour, decal: level.decal}};
          })},
        {name: words.quota, type: 'scatter', symbol: 'rect', symbolSize: [44, 3], color: '#1d3557', z: 5,
          data: rows.map(function (r) { return r.quota === '' ? '-' : r.quota; })}
      ]
    }, true);
  };

  document.addEventListener('DOMContentLoaded', window.quotaChart);
  window.addEventListener('resize', function () {
    var place = document.getElementById('quota-chart');
    var chart = place && window.echarts && echarts.getInstanceByDom(place);
    if (chart) {
      chart.resize();
    }
  });
})();
