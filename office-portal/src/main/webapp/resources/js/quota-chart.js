// Departments against what they may use: a bar each, coloured and hatched by the level it has reached, and a line.
(function () {
  'use strict';
  var LEVEL = {
    '0': {colour: '#2f7d4f', decal: {symbol: 'none'}},
    '80': {colour: '#8a6100', decal: {symbol: 'circle', dashArrayX: [[8, 8]], dashArrayY: [8, 8], color: 'rgba(255,255,255,.45)'}},
    '90': {colour: '#b54708', decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.78, color: 'rgba(255,255,255,.45)'}},
    '100': {colour: '#b42318', decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: 0.78, color: 'rgba(255,255,255,.45)'}}
  };

  window.quotaChart = deskChart('quota-chart', '.chart-row', function (rows, words) {
    return {
      legend: {top: 4, data: [words.charges, words.quota]},
      series: [
        {name: words.charges, type: 'bar', barMaxWidth: 34, color: LEVEL['0'].colour,
          data: rows.map(function (r) {
            var level = LEVEL[r.level];
            return {value: r.charges, itemStyle: {color: level.colour, decal: level.decal}};
          })},
        {name: words.quota, type: 'scatter', symbol: 'rect', symbolSize: [44, 3], color: '#1d3557', z: 5,
          data: rows.map(function (r) { return r.quota === '' ? '-' : r.quota; })}
      ]
    };
  });
})();
