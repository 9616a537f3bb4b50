// A stay's charges by day: what lies in the plan's scope and what does not, one upon the other, and their running sum.
(function () {
  'use strict';
  window.stayChart = deskChart('stay-chart', '#stay-days .chart-row', function (rows, words) {
    var sum = 0;
    return {
      legend: {top: 4},
      yAxis: [{type: 'value', axisLabel: {color: '#343a40'}}, {type: 'value', axisLabel: {color: '#343a40'}, splitLine: {show: false}}],
      series: [
        {name: words.scope, type: 'bar', stack: 'day', barMaxWidth: 34, color: '#5b7fa6', data: rows.map(function (r) { return r.scope; })},
        {name: words.own, type: 'bar', stack: 'day', barMaxWidth: 34, color: '#b54708',
          itemStyle: {decal: {symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -0.78, color: 'rgba(255,255,255,.45)'}},
          data: rows.map(function (r) { return r.own; })},
        {name: words.sum, type: 'line', yAxisIndex: 1, color: '#1d3557', symbolSize: 7,
          data: rows.map(function (r) { sum += Number(r.amount); return sum.toFixed(2); })}
      ]
    };
  });
})();
