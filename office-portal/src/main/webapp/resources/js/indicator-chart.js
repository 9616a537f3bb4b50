// The charges of a period beside those of the period before and of last year.
(function () {
  'use strict';
  var SERIES = [
    {key: 'now', colour: '#1d3557', decal: {symbol: 'none'}},
    {key: 'previous', colour: '#5b7fa6', decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.78, color: 'rgba(255,255,255,.45)'}},
    {key: 'year', colour: '#8a6100', decal: {symbol: 'circle', dashArrayX: [[8, 8]], dashArrayY: [8, 8], color: 'rgba(255,255,255,.45)'}}
  ];

  window.indicatorChart = deskChart('indicator-chart', '#indicators-table .chart-row', function (rows, words) {
    return {
      legend: {top: 4},
      series: SERIES.map(function (one) {
        return {name: words[one.key], type: 'bar', barMaxWidth: 22, color: one.colour, itemStyle: {decal: one.decal},
          data: rows.map(function (r) { return r[one.key]; })};
      })
    };
  });
})();
