### 日本語。どの言語のファイルにも同じキーがあります（順序は自由）。`own-` で始まるキーは、このファイルだけの補助です。
### 文は「です・ます」で書きます。題名は執筆者が付けるため、「」で囲むか、助詞が変わらない位置に置きます。
### $joint は、条件のあとに何が続くかを示します。"and"（かつ）、"or"（または）、"end"（終わり）。

## 言語の名前、記号

language-own-name = 日本語
number-decimal = .
number-group = ,
number-group-least = 4
share = { $number }%
list-and = { $first }および{ $second }
list-between = { $first }{ $second }
list-week = { $first }、{ $second }
list-or = { $first }または{ $second }
list-next = { $first }、{ $second }
list-time = { $first }{ $second }
list-time-next = { $first }{ $second }
list-remark = { $first }または{ $second }
quoted = 「{ $text }」
punctuation = wide
page-colon = ：
page-stop = 。
page-aside = （{ $words }）
titles-within = as-written

## ページ

page-skip = 本文へ
page-languages = 言語
page-contents = 目次
page-link-to-section = 第{ $number }章「{ $title }」へのリンク
page-link-to-heading = 「{ $title }」へのリンク
page-link-to-clause = この項目へのリンク：{ $name }
page-scroll-hint = この表は{ $columns }列あり、横にスクロールできます。
page-table = 表
page-notes = 注
page-note = 注{ $number }
page-back-to-text = 注{ $number }の本文へ戻る
page-kicker = サポートポリシー
page-kicker-edition = サポートポリシー（{ $kind ->
    [year] { $edition }年版
   *[number] 第{ $edition }版
 }）
page-title-version = { $title }（バージョン{ $version }）
page-version = バージョン
page-effective = 適用開始日
page-timezone = タイムゾーン
page-review = 次回の見直し
page-publisher = 発行者
page-edition = 版
page-earlier-versions = 以前のバージョン
page-what-is-new = 変更点
page-rule-set = ルールセット（JSON）
page-markdown = Markdown
page-published-by = 発行者：{ $publisher }。
page-generated = { $source }（バージョン{ $version }）から Avouch { $tool } で作成。
page-generated-no-version = { $source } から Avouch { $tool } で作成。
page-see = { $things }もご覧ください。
page-see-section = 第{ $number }章
page-note-label = 注意
page-because = 理由：{ $reason }
page-because-many = 理由
page-internal = 社内用
page-for-party = { $party }向け

glance = 早見表
glance-remark = これは要約です。本文より短い箇所については、番号の付いた章の内容が優先します。
glance-table = プラン別のお約束
glance-promise = お約束
glance-row = { $first }：{ $second }

yes = はい
no = いいえ
mark-yes = あり
mark-no = なし

## 標準の章

section-introduction = はじめに
section-definitions = 用語
section-scope = サポートの対象
section-plans = プランと内容
section-channels = お問い合わせ方法
section-response = 応答時間
section-response-none = お問い合わせの分類
section-process = お問い合わせの流れ
section-escalation = エスカレーションと苦情
section-escalation-own = エスカレーション
section-responsibilities = ご協力のお願いと当社の責務
section-availability = メンテナンスと可用性
section-confidentiality = 秘密保持
section-liability = 責任
section-third-parties = 他社製品
section-custom-work = 個別対応
section-training = 研修
section-prices = 料金
section-life-cycle = 製品のライフサイクル
section-products = 製品
section-examples = 適用例
section-documents = 関連文書
section-changes = 本ポリシーの変更
section-questions = よくあるご質問
section-contact = 連絡先

## 項目と人

fact-plan = プラン
fact-severity = 重大度
fact-priority = 優先度
fact-channel = 窓口
fact-kind = お問い合わせの種類
fact-product = 製品
fact-release = バージョン
fact-phase = フェーズ
fact-term = 契約期間
fact-region = 地域
fact-language = 言語
fact-received = 受付日時
fact-change = 変更
fact-covered = 対象

change-weaker = 縮小
change-stronger = 拡充
change-mixed = 一部縮小
change-neutral = 維持

person-us = 当社
person-us-object = 当社
person-customer = お客様
person-customer-object = お客様

calendar-always = 24時間365日

## 日付と時刻

month = { $month }月
month-short = { $month }月
weekday = { weekday-short }曜日
weekday-short = { $weekday ->
    [Mon] 月
    [Tue] 火
    [Wed] 水
    [Thu] 木
    [Fri] 金
    [Sat] 土
   *[Sun] 日
 }
date = { $year }年{ $month }月{ $day }日
date-short = { $year }年{ $month }月{ $day }日
date-full = { date }（{ weekday-short }）
date-short-full = { date }（{ weekday-short }）
date-yearly = { $month }月{ $day }日
clock-time = { $bare }:{ $minute }
instant = { date-full }{ $time }
instant-short = { date-full }{ $time }
holidays-in = { $areas }の祝日

## 長さ

unit = { $unit ->
    [second] 秒
    [minute] 分
    [hour] 時間
    [day] 日
    [week] 週
    [month] 月
    [quarter] 四半期
   *[year] 年
 }
own-units = { $unit ->
    [second] 秒
    [minute] 分
    [hour] 時間
    [day] 日
    [week] 週間
    [month] か月
    [quarter] 四半期
   *[year] 年
 }
duration = { $count }{ own-units }
duration-business = { $unit ->
    [hour] { $count }営業時間
    [day] { $count }営業日
   *[other] 営業時間で{ $count }{ own-units }
 }
duration-calendar = 「{ $calendar }」で{ duration }
range = { $from }〜{ $to }
duration-unfilled = 未定の期間
within = { $duration }以内
within-unfilled = 未定の期間内
each = 各{ unit }
every = { $count ->
    [1] { $unit ->
        [day] 日ごと
        [week] 週ごと
        [month] 月ごと
        [quarter] 四半期ごと
        [year] 年ごと
       *[other] { duration }ごと
    }
   *[other] { duration }ごと
 }
every-business = { duration-business }ごと
every-calendar = 「{ $calendar }」で{ every }
per-time = { duration }あたり

## 曜日と時間帯

weekday-every = 毎日
weekday-alone = { weekday }
week-hours = { $days }は{ $hours }
weekday-span = { $from }〜{ $to }
weekday-span-short = { $from }〜{ $to }
clock-span = { $kind ->
    [day] 終日
    [from] { $from }〜24:00
    [until] 0:00〜{ $to }
    [overnight] { $from }〜翌{ $to }
   *[plain] { $from }〜{ $to }
 }
clock-span-sentence = { clock-span }
date-day = { $day }日
date-span = { $days ->
    [one] { $to-whole }
   *[many] { $from-whole }〜{ $to }
 }
date-span-sentence = { $days ->
    [one] { $to-whole }
   *[many] { $from-whole }から{ $to }まで
 }
instant-span = { $from }から{ $to }まで
week-point = { $zoned ->
    [yes] { $day }{ $time }（{ $zone }）
   *[no] { $day }{ $time }
 }
day-of-month = { $which ->
    [first] 毎月第1
    [second] 毎月第2
    [third] 毎月第3
    [fourth] 毎月第4
   *[last] 毎月最後の
}{ $day }
week-span = { $from }から{ $to }まで
only-within = 「{ $calendar }」の間のみ
zone-local = { $zone ->
    [UTC] UTC
   *[other] { $zone }の現地時間
 }
zone-local-customer = お客様の所在地の現地時間

## 時間の数え方

count-time = 時間の数え方
count-elapsed = 分と時間は、昼夜を問わず時計どおりに数えます。日、週、月、年は暦どおりに数えます。
count-business-hours = 営業時間は、「{ $calendar }」の間だけ数えます。営業終了で止まり、次の営業開始から続きを数えます。
count-days-end-at-close = 受付日は数えず、営業日で定めた期間は、最後の日の営業終了をもって満了します。営業時間外に届いたものは、翌営業日に受け付けたものとします。
count-days-keep-time = 営業日で定めた期間は、営業時間外であっても、始まりと同じ時刻に満了します。
count-days-keep-time-next-opening = 営業日で定めた期間は、始まりと同じ時刻に満了します。その時刻が営業時間外の場合は、次の営業開始をもって満了します。
count-days-keep-time-until-close = 営業日で定めた期間は、始まりと同じ時刻か、それより早い場合は営業終了をもって満了します。
count-days-roll-to-opening = 営業時間外に届いたものは、次の営業開始から数えます。営業日で定めた期間は、始まりと同じ時刻に満了します。
count-days-include-receipt = 受付日を第1営業日として数え、期間は最後の日の営業終了をもって満了します。
count-days-hours = 1営業日は{ $hours }営業時間です。
count-days-schedule-day = 1営業日は、1日の営業開始から営業終了までです。
count-cut-off = { $time }より後に届いたものは、翌営業日に受け付けたものとします。
count-zone = { $zone ->
    [UTC] 時刻はすべてUTCです。
   *[other] 時刻はすべて{ $zone }の現地時間です。
 }
count-zone-customer = 時刻はお客様の所在地の現地時間です。
count-target = 特に記載のない数値は目標値です。

## お約束

strength-unsaid = { $promise }
strength-target = { $promise }（目標）
strength-usual = 通常、{ $promise }
strength-guaranteed = { $promise }（保証）
own-day = { $clock ->
    [business] { $which ->
        [same] 同じ営業日
       *[next] 翌営業日
    }
    [calendar] { $which ->
        [same] 「{ $calendar }」の当日
       *[next] 「{ $calendar }」の翌日
    }
   *[elapsed] { $which ->
        [same] 当日
       *[next] 翌日
    }
 }
day = { own-day }{ $timed ->
    [yes] の{ $time }
   *[no] { "" }
 }
by-day = { own-day }の{ $timed ->
    [yes] { $time }まで
   *[no] 終わりまで
 }
release-next = 次のバージョン
release-second-next = 次の次のバージョン
in-release = { $step ->
    [next] 次のバージョンでの提供
   *[second-next] 次の次のバージョンでの提供
 }
best-effort = ベストエフォート
best-effort-sentence = できるだけ早く
none-promised = お約束なし
none-promised-sentence = 時間のお約束なし
does-not-occur = 該当なし
as-agreed = 「{ $document }」で合意したとおり
amount-included = 「{ $thing }」に含まれます
as-decided = { $by ->
    [us] 当社の判断による
   *[other] { $who }の判断による
 }
not-known-yet = 未定

## 上限と金額

unlimited = 無制限
limit = { $amount }
limit-at-a-time = 同時に最大{ $amount }
limit-up-to-per = { $per }最大{ $amount }
limit-per = { $per }{ $amount }
limit-at-most = { $limit }（最大{ $most }）
limit-unused-lapse = { $limit }。未使用分は失効します
per-thing = { $count ->
    [1] { $thing }ごとに
   *[other] { $count }{ $thing }につき
 }
thing-request = お問い合わせ
thing-incident = インシデント
thing-user = ユーザー
thing-device = 台
thing-server = サーバー
thing-contract = 契約
thing-licence = ライセンス
thing-person = 名
thing-visit = 訪問
money = { $currency ->
    [JPY] { $amount }円
    [EUR] { $amount }ユーロ
    [USD] { $amount }米ドル
    [GBP] { $amount }英ポンド
    [CHF] { $amount }スイスフラン
   *[other] { $amount }~{ $currency }
 }
amount-share = 「{ $price }」の{ $share }
amount-times = 通常料金の{ $times }倍
amount-higher = { $amounts }のうち{ $count ->
    [2] 高い方
   *[other] 最も高いもの
 }
amount-lower = { $amounts }のうち{ $count ->
    [2] 低い方
   *[other] 最も低いもの
 }
amount-average = { $amounts }の平均
amount-sum = { $amounts }の合計
amount-difference = { $amounts }の差額
amount-term = { $term }の料金
amount-none = 無料
amount-no = ご利用いただけません

## バージョンの経過

rule-release = 公開
rule-on = { $date }
rule-next = 次のバージョンの公開
rule-second-next = 次の次のバージョンの公開
rule-start = 「{ $phase }」の開始
rule-end = 「{ $phase }」の終了
rule-after = { $rule }から{ $duration }後
rule-first-after = { $rule }の後の最初の{ $day }
rule-first-later-than = { $rule }から{ $duration }を過ぎた後の最初の{ $day }
rule-earlier = { $first }または{ $second }のうち早い方
rule-later = { $first }または{ $second }のうち遅い方
phase-until = { $rule }まで
phase-from = { $date }から
phase-onwards = その後、期限なし
phase-endless = 期限なし
phase-no = 提供なし

## 出来事

own-place = { $place ->
    [since] から
    [until] まで
    [after] 後
   *[when] 時
 }
event-received = お問い合わせの受付{ own-place }
event-acknowledged = 受付確認のご連絡{ own-place }
event-responded = 当社の回答{ own-place }
event-updated = 経過のご連絡{ own-place }
event-replied = お客様のご返信{ own-place }
event-accepted = お問い合わせの受理{ own-place }
event-resolved = お問い合わせの解決{ own-place }
event-closed = お問い合わせの終了{ own-place }
event-state = 状態「{ $state }」への移行{ own-place }
event-fact = { $declared ->
    [yes] 「{ $title }」
   *[no] { $fact }
 }の{ $what ->
    [set] 設定
   *[changed] 変更
 }{ own-place }
event-clause = 「{ $clause }」の時点{ $place ->
    [since] から
    [until] まで
    [after] から
   *[when] { "" }
 }
event-named = 「{ $event }」の時点{ $place ->
    [since] から
    [until] まで
    [after] から
   *[when] { "" }
 }
clause-openers = -
clause-small = yes
clause-verbs = -
clause-endings = -
clause-label = { $clause }

## 条件

if = { $clause }場合
unless = { $clause }場合を除き
either = （{ $choices }）
brackets = （{ $clause }）
list-either = { $first }、または{ $second }
list-either-next = { $first }、または{ $second }
list-nor = { $first }と{ $second }
clauses-and = { $first }、かつ{ $second }
clauses-and-either = { $first }、かつ{ $second }
clauses-or = { $first }、または{ $second }
clauses-next = { $first }、{ $second }
clauses-and-long = { $first }、かつ{ $second }
clauses-or-long = { $first }、または{ $second }
list-label-or = { $first }、または{ $second }
own-is = { $not ->
    [one] { own-be-not }
    [many] のいずれでも{ $joint ->
        [and] なく
        [or] ないか
       *[end] ない
    }
   *[no] { own-be }
 }
own-be = { $joint ->
    [and] であり
    [or] であるか
   *[end] である
 }
own-be-not = { $joint ->
    [and] でなく
    [or] でないか
   *[end] でない
 }
own-applies = { $answer ->
    [yes] { $joint ->
        [and] 該当し
        [or] 該当するか
       *[end] 該当する
    }
   *[no] { $joint ->
        [and] 該当せず
        [or] 該当しないか
       *[end] 該当しない
    }
 }
own-keeps = { $answer ->
    [yes] { $joint ->
        [and] 守り
        [or] 守るか
       *[end] 守る
    }
   *[no] { $joint ->
        [and] 守らず
        [or] 守らないか
       *[end] 守らない
    }
 }
fact-plan-subject = ご契約プラン
fact-severity-subject = 重大度
fact-priority-subject = 優先度
fact-channel-subject = 窓口
fact-kind-subject = お問い合わせの種類
fact-product-subject = 製品
fact-release-subject = バージョン
fact-phase-subject = バージョンのフェーズ
fact-term-subject = 契約期間
fact-region-subject = お客様の地域
fact-language-subject = 言語
fact-received-subject = 受付日時
fact-change-subject = 変更
when-plan = { fact-plan-subject }が{ $values }{ own-is }
when-severity = { fact-severity-subject }が{ $values }{ own-is }
when-priority = { fact-priority-subject }が{ $values }{ own-is }
when-channel = { fact-channel-subject }が{ $values }{ own-is }
when-kind = { fact-kind-subject }が{ $values }{ own-is }
when-product = { fact-product-subject }が{ $values }{ own-is }
when-release = { fact-release-subject }が{ $values }{ own-is }
when-phase = { fact-phase-subject }が{ $values }{ own-is }
when-term = { fact-term-subject }が{ $values }{ own-is }
when-region = { fact-region-subject }が{ $values }{ own-is }
when-language = お問い合わせの言語が{ $values }{ own-is }
when-received = お問い合わせの受付が{ $values }{ own-is }
when-change = 変更がお約束の{ $values }に{ $not ->
    [no] { $joint ->
        [and] 当たり
        [or] 当たるか
       *[end] 当たる
    }
   *[other] { $joint ->
        [and] 当たらず
        [or] 当たらないか
       *[end] 当たらない
    }
 }
when-process = お問い合わせの状態が{ $values }{ own-is }
when-fact = 「{ $fact }」が{ $values }{ own-is }
when-number = 「{ $fact }」が{ $values }{ own-is }
when-date = 「{ $fact }」が{ $values }{ own-is }
when-covered = お問い合わせが{ $answer ->
    [yes] 対象
   *[no] 対象外
 }{ own-be }
when-answer = 「{ $question }」の答えが「{ $answer ->
    [yes] はい
   *[no] いいえ
 }」{ own-be }
when-holds = 「{ $fact }」に{ own-applies }
when-clause = 「{ $clause }」に{ own-applies }
when-duty = { $subject }が「{ $text }」という{ $duty ->
    [do] 約束
   *[not] 禁止事項
 }を{ own-keeps }
on-date = { $date }
compare-at-least = { $kind ->
    [date] { $value }以降
    [release] { $value }以降
   *[number] { $value }以上
 }
compare-at-most = { $kind ->
    [date] { $value }以前
    [release] { $value }以前
   *[number] { $value }以下
 }
compare-more-than = { $kind ->
    [date] { $value }より後
    [release] { $value }より後
    [value] { $value }より上
   *[number] { $value }超
 }
compare-less-than = { $kind ->
    [date] { $value }より前
    [release] { $value }より前
    [value] { $value }より下
   *[number] { $value }未満
 }
on-plan = { $values }の場合
on-severity = 重大度が{ $values }の場合
on-priority = 優先度が{ $values }の場合
on-channel = { $values }の場合
on-product = { $values }の場合
on-release = バージョン{ $values }の場合
on-phase = { $values }の場合
on-term = 契約期間が{ $values }の場合
on-language = { $values }の場合
label-value = { $not ->
    [one] { $values }以外
    [many] { $values }以外
   *[no] { $values }
 }
label-question = { $fact }{ $values }
label-fact = { $fact }：{ $values }
label-fact-not = { $fact }：{ label-value }
cases-unsaid = 一部の場合
cases-unsaid-clause = ルールセットに記載のいずれかの場合{ own-be }

## データベースと名前が異なる都市のタイムゾーン

zone-America-Sao-Paulo = サンパウロ
zone-Europe-Kiev = キーウ
zone-Europe-Kyiv = キーウ
zone-Asia-Calcutta = コルカタ
zone-Europe-Zurich = チューリッヒ
zone-Europe-London = ロンドン
zone-Europe-Brussels = ブリュッセル
zone-Europe-Paris = パリ
zone-Europe-Berlin = ベルリン
zone-Europe-Vienna = ウィーン
zone-Europe-Rome = ローマ
zone-Europe-Copenhagen = コペンハーゲン
zone-Europe-Prague = プラハ
zone-Europe-Warsaw = ワルシャワ
zone-Europe-Budapest = ブダペスト
zone-Europe-Bucharest = ブカレスト
zone-Europe-Athens = アテネ
zone-Europe-Lisbon = リスボン
zone-Europe-Luxembourg = ルクセンブルク
zone-Europe-Moscow = モスクワ
zone-Europe-Istanbul = イスタンブール
zone-Asia-Tokyo = 東京
zone-Asia-Singapore = シンガポール
zone-Asia-Seoul = ソウル
zone-Asia-Shanghai = 上海
zone-Asia-Hong-Kong = 香港
zone-Asia-Dubai = ドバイ
zone-Australia-Sydney = シドニー
zone-America-New-York = ニューヨーク
zone-America-Los-Angeles = ロサンゼルス
zone-America-Chicago = シカゴ
zone-America-Toronto = トロント
zone-America-Mexico-City = メキシコシティ
zone-Europe-Amsterdam = アムステルダム
zone-Europe-Madrid = マドリード
zone-Europe-Dublin = ダブリン
zone-Europe-Stockholm = ストックホルム
zone-Europe-Oslo = オスロ
zone-Europe-Helsinki = ヘルシンキ
zone-UTC = UTC

## 国と地域

area-AL = アルバニア
area-AD = アンドラ
area-AT = オーストリア
area-BY = ベラルーシ
area-BE = ベルギー
area-BA = ボスニア・ヘルツェゴビナ
area-BG = ブルガリア
area-HR = クロアチア
area-CY = キプロス
area-CZ = チェコ
area-DK = デンマーク
area-EE = エストニア
area-FO = フェロー諸島
area-FI = フィンランド
area-FR = フランス
area-DE = ドイツ
area-GI = ジブラルタル
area-GR = ギリシャ
area-GG = ガーンジー
area-HU = ハンガリー
area-IS = アイスランド
area-IE = アイルランド
area-IM = マン島
area-IT = イタリア
area-JE = ジャージー
area-XK = コソボ
area-LV = ラトビア
area-LI = リヒテンシュタイン
area-LT = リトアニア
area-LU = ルクセンブルク
area-MT = マルタ
area-MD = モルドバ
area-MC = モナコ
area-ME = モンテネグロ
area-NL = オランダ
area-MK = 北マケドニア
area-NO = ノルウェー
area-PL = ポーランド
area-PT = ポルトガル
area-RO = ルーマニア
area-RU = ロシア
area-SM = サンマリノ
area-RS = セルビア
area-SK = スロバキア
area-SI = スロベニア
area-ES = スペイン
area-SE = スウェーデン
area-CH = スイス
area-TR = トルコ
area-UA = ウクライナ
area-GB = 英国
area-VA = バチカン
area-GB-ENG = イングランド
area-GB-SCT = スコットランド
area-GB-WLS = ウェールズ
area-GB-NIR = 北アイルランド
area-US = 米国
area-CA = カナダ
area-AU = オーストラリア
area-NZ = ニュージーランド
area-JP = 日本
area-IN = インド
area-BR = ブラジル
area-AE = アラブ首長国連邦
area-AR = アルゼンチン
area-CL = チリ
area-CN = 中国
area-CO = コロンビア
area-CR = コスタリカ
area-DO = ドミニカ共和国
area-GE = ジョージア
area-HK = 香港
area-ID = インドネシア
area-IL = イスラエル
area-KE = ケニア
area-KR = 韓国
area-MX = メキシコ
area-PA = パナマ
area-PE = ペルー
area-PH = フィリピン
area-SG = シンガポール
area-TH = タイ
area-TW = 台湾
area-UY = ウルグアイ
area-VN = ベトナム
area-ZA = 南アフリカ
area-DE-BW = バーデン=ヴュルテンベルク州
area-DE-BY = バイエルン州
area-DE-BE = ベルリン
area-DE-BB = ブランデンブルク州
area-DE-HB = ブレーメン
area-DE-HH = ハンブルク
area-DE-HE = ヘッセン州
area-DE-MV = メクレンブルク=フォアポンメルン州
area-DE-NI = ニーダーザクセン州
area-DE-NW = ノルトライン=ヴェストファーレン州
area-DE-RP = ラインラント=プファルツ州
area-DE-SL = ザールラント州
area-DE-SN = ザクセン州
area-DE-ST = ザクセン=アンハルト州
area-DE-SH = シュレースヴィヒ=ホルシュタイン州
area-DE-TH = テューリンゲン州

## 言語

language-bg = ブルガリア語
language-cs = チェコ語
language-da = デンマーク語
language-de = ドイツ語
language-el = ギリシャ語
language-en = 英語
language-es = スペイン語
language-et = エストニア語
language-fi = フィンランド語
language-fr = フランス語
language-fy = フリジア語
language-ga = アイルランド語
language-hr = クロアチア語
language-hu = ハンガリー語
language-it = イタリア語
language-ja = 日本語
language-lt = リトアニア語
language-lv = ラトビア語
language-nb = ノルウェー語
language-nl = オランダ語
language-no = ノルウェー語
language-pl = ポーランド語
language-pt = ポルトガル語
language-ro = ルーマニア語
language-sk = スロバキア語
language-sl = スロベニア語
language-sv = スウェーデン語
language-tr = トルコ語
language-uk = ウクライナ語
language-zh = 中国語

## 組み立て：項目

statement-if = { $when }、{ $statement }
statement-on = { $when }、{ $statement }
span-of-time = { $from }{ $until }
clause-because = { $statement }（{ $reason }ため）
clause-unfilled = { $what ->
    [address] 連絡先は未定です。
    [hours] 受付時間は未定です。
    [holidays] 休業する祝日は未定です。
    [times] 日時は未定です。
    [publisher] 発行者は未定です。
   *[other] 一部は未定です。
 }
clause-holds = { $when }に限ります。
clause-plans = { $plans }が対象です。
common-words = -
noun-roles = -
noun-groups = -
noun-places = -
noun-articles = -
noun-tails = -
noun-of = -
noun-the = { $title }
plan-domain = { $when }、このプランが適用されます。
channel-domain = { $when }、この窓口をご利用いただけます。
product-named = 本ポリシーで製品として言及しているもの：{ $products }。
page-html = HTML
page-rule-set-yaml = ルールセット（YAML）
page-digest-source = 原文 { $digest }
page-digest-rules = ルールセット { $digest }
glance-depends = 場合による
glance-nothing = お約束なし

## 組み立て：可用性、メンテナンス、変更

availability-share = { $period }の可用性は{ $share }以上です。
availability-outside = { $calendars }はこれに含めません。
availability-outage = これは、30日間で最大{ $time }の停止に相当します。
availability-or-more = { $share }以上
availability-up-to = { $time }まで
availability-none = なし
availability-band = { $low }以上{ $high }未満
availability-below = { $share }未満
availability-longer = { $time }超
availability-column = { $unit ->
    [month] 月間
    [year] 年間
   *[other] { each }
 }の可用性
availability-column-outage = 30日間の停止時間
availability-caption = { $title }：クレジット
availability-about = 約{ $time }
availability-claimed = クレジットは{ $duration }以内にご請求ください。
maintenance-when = 実施日時：{ $when }。
maintenance-outside = { $possible ->
    [yes] 可能な限り、
   *[no] { "" }
 }「{ $calendars }」以外の時間に実施します。
availability-claimed-after = クレジットは{ $after }{ $duration }以内にご請求ください。
changes-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }、実施の{ $duration }前までに{ own-via }お知らせします。
       *[no] 実施の{ $duration }前までに{ own-via }お知らせします。
    }
    [product] { $conditioned ->
        [yes] { $when }、フェーズの終了は{ $duration }前までに{ own-via }お知らせします。
       *[no] フェーズの終了は{ $duration }前までに{ own-via }お知らせします。
    }
   *[changes] { $conditioned ->
        [change] { $when }、適用の{ $duration }前までに{ own-via }お知らせします。
        [yes] { $when }、適用の{ $duration }前までに{ own-via }お知らせします。
       *[no] 変更は、適用の{ $duration }前までに{ own-via }お知らせします。
    }
 }
own-via = { $via ->
    [yes] { $channels }で
   *[no] { "" }
 }
changes-notice-unfilled = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }、実施前に{ own-via }お知らせします（時期は未定です）。
       *[no] 実施前に{ own-via }お知らせします（時期は未定です）。
    }
    [product] { $conditioned ->
        [yes] { $when }、フェーズの終了は事前に{ own-via }お知らせします（時期は未定です）。
       *[no] フェーズの終了は事前に{ own-via }お知らせします（時期は未定です）。
    }
   *[changes] { $conditioned ->
        [change] { $when }、適用前に{ own-via }お知らせします（時期は未定です）。
        [yes] { $when }、適用前に{ own-via }お知らせします（時期は未定です）。
       *[no] 変更は、適用前に{ own-via }お知らせします（時期は未定です）。
    }
 }
changes-no-notice = { $of ->
    [maintenance] { $conditioned ->
        [yes] { $when }、事前のお知らせはありません。
       *[no] 事前のお知らせはありません。
    }
    [product] { $conditioned ->
        [yes] { $when }、フェーズの終了について事前のお知らせはありません。
       *[no] フェーズの終了について事前のお知らせはありません。
    }
   *[changes] { $conditioned ->
        [change] { $when }、予告なく適用されることがあります。
        [yes] { $when }、予告なく適用されることがあります。
       *[no] 変更は予告なく適用されることがあります。
    }
 }
changes-open-requests = { $keep ->
    [yes] 対応中のお問い合わせには、受付時のバージョンを引き続き適用します。
   *[no] 新しいバージョンは、対応中のお問い合わせにも適用します。
 }
changes-review = 本ポリシーの全体を{ $every }に見直します。
changes-next-review = 次回の見直し期限は{ $date }です。

## 組み立て：営業時間と窓口

calendar-heading = 営業時間
calendar-caption = 営業時間
calendar-caption-zone = { $zone ->
    [UTC] 営業時間（UTC）
   *[other] 営業時間（{ $zone }の現地時間）
 }
calendar-column = 区分
calendar-closed = 休業
calendar-closed-all-day = 終日休業
calendar-open-all-day = 終日営業
calendar-closed-from = { $time }以降休業
calendar-closed-until = { $time }まで休業
calendar-closed-hours = { $hours }休業
calendar-open-hours = { $hours }営業
calendar-open-from-to = { $from }から{ $to }まで営業
calendar-closed-from-to = { $from }から{ $to }まで休業
calendar-day = 日付
calendar-why = 事由
calendar-hours = 時間
calendar-day-span = { $from }〜{ $to }
calendar-days-caption = { $calendar }：通常と異なる日
calendar-closed-during = 休止：{ $calendars }
calendar-open-during = 受付時間：{ $calendars }
calendar-open-always = 24時間365日受付
calendar-within = 「{ $calendar }」の間のみ
calendar-line = { $effect ->
    [open] 営業
   *[closed] 休業
 }：{ $when }
calendar-occasion = { $line }（{ $occasion }）
calendar-season = { $calendar }（{ $dates }）
calendar-holidays = { $holidays }は休業します。
calendar-holidays-customer = お客様の所在地の祝日は休業します。
calendar-holidays-list = 当社が管理する一覧の祝日は休業します。
calendar-holidays-open = 祝日も通常どおり営業します。
calendar-cut-off = { $time }より後に届いたものは、翌営業日に受け付けたものとします。
calendar-zone-customer = 時刻はお客様の所在地の現地時間です。
channel-after = { $channels }をお試しになった後に限ります。
channel-alternative = { $channels }もご利用いただけます。
channel-as-decided = { $who ->
    [us] 当社の判断により開設
   *[other] { $person }の判断により開設
 }
channel-bare = 連絡先と受付時間はここには記載していません。
channel-no = ご利用いただけません
channel-self-service = お客様ご自身で解決していただく窓口です。
channel-when = { $when }、{ $line }
channel-open-when = 受付時間は{ $calendars }です
channel-hours = 「{ $calendar }」

## 組み立て：お約束と時間の数え方

commitment-clock = { $kind ->
    [rhythm] 期間：{ $span }。
    [open] 対象となる時間：{ $span }。
   *[deadline] 計測する時間：{ $span }。
 }
commitment-paused = お問い合わせの状態が{ $state }である間、計測は止まります。
commitment-none = これについて時間のお約束はありません。
commitment-no = これは本ポリシーには該当しません。
commitment-best-effort = 時間のお約束はありませんが、最善を尽くします。
commitment-unfilled = 時間は未定です。
commitment-as = { $promise }。
commitment-promise = { $strength ->
    [usual] 通常は{ $promise }です。
    [guaranteed] { $promise }であることを保証します。
   *[target] { $promise }です。
 }
commitment-targets = これは目標値です。
commitment-guaranteed = この数値は保証されています。
commitment-targets-met = これは目標値であり、{ $period }、お問い合わせの{ $share }で達成します。
commitment-met = { $period }、お問い合わせの{ $share }でこれを達成します。
commitment-one-exception = 例外：{ $exception }
commitment-exceptions = 例外：
commitment-elsewhere = 数値は{ $tables }に記載しています。
commitment-gap = { $when }、時間のお約束はありません。
commitment-gaps = 数値の記載がない場合、時間のお約束はありません。
commitment-restarts = { $when }に、計測を最初からやり直します。
commitment-keeps = { $when }には、新しい{ $name ->
    [priority] 優先度
    [severity] 重大度
   *[other] 値
 }の数値を適用し、起算点は変えません。
commitment-keeps-else = 起算し直す場合は、各お約束に記載します。
commitment-credit = 1{ own-units }に未達成が{ $count }回あったときは、{ $amount }を還元します。
commitment-claimed = { $duration }以内にご請求ください。
commitment-claimed-after = { $after }{ $duration }以内にご請求ください。
counting-elapsed-term = { $kind ->
    [short] 分と時間
   *[long] 日、週、月
 }
counting-elapsed = { $kind ->
    [short] は、昼夜を問わず時計どおりに数えます。
   *[long] は、週末と祝日を含めて暦どおりに数えます。
 }
counting-hours-term = { $own ->
    [yes] 営業時間
   *[no] 「{ $calendar }」の時間
 }
counting-hours = は、{ $own ->
    [yes] 「{ $calendar }」の間だけ
    [same] 当社の{ $calendar }の間だけ
   *[no] その間だけ
 }数えます。営業終了で止まり、次の営業開始から続きを数えます。
counting-days-term = { $own ->
    [yes] 営業日
   *[no] 「{ $calendar }」の日
 }
counting-days = は、{ $own ->
    [yes] 「{ $calendar }」に従います。
    [same] 当社の{ $calendar }に従います。
   *[no] その時間に従います。
 }
counting-opening-hours = 受付時間

## 組み立て：人、文書、責務

document-precedence = { $which ->
    [prevails] 本ポリシーと異なる点については、この文書が優先します。
   *[yields] 本ポリシーと異なる点については、本ポリシーが優先します。
 }
party-third = 独立した第三者
own-duty = { $kind ->
    [will] 行うこと
    [will-not] 行わないこと
    [must] 行わなければならないこと
    [must-not] 行ってはならないこと
    [may] 行えること
   *[may-not] 行えないこと
 }
duty-subject = { $subject ->
    [us] 当社が{ own-duty }
    [customer] { $kind ->
        [will] お客様に行っていただくこと
        [will-not] お客様が行わないこと
        [must] お客様にお願いすること
        [must-not] お客様にお控えいただくこと
        [may] お客様ができること
       *[may-not] お客様ができないこと
    }
   *[other] { $name }が{ own-duty }
 }
duty-sentence = { $who }：{ $what }
duty-lead = { $who }：
duty-heading = { duty-subject }
duty-usually = 通常、{ $what }
duty-when = { $what }（{ $time }）
within-after = { $after }{ $within }
duty-except = { $what }（ただし、{ $except }を除く）
duty-by = { $day }までに

## 組み立て：エスカレーション、流れ、順序

escalation-at = { $kind ->
    [breach] 「{ $commitment }」の期限を過ぎたとき
    [half] 「{ $commitment }」の時間の半分が経過したとき
   *[share] 「{ $commitment }」の時間の{ $share }が経過したとき
 }
escalation-offset = 「{ $commitment }」の期限の{ $duration }{ $side ->
    [before] 前
   *[after] 後
 }
escalation-again = 「{ $commitment }」の期限の後、お約束が果たされるまで{ $every }{ $limited ->
    [yes] （最大{ $most }回）
   *[no] { "" }
 }
escalation-clock = 各段階の時間は、そのお約束と同じ方法で数えます。
escalation-notify = { $people }に通知します
escalation-raised = { $who ->
    [customer] お客様
   *[other] { $people }
 }は、{ $via ->
    [yes] { $channels }で
   *[no] { "" }
 }エスカレーションを申し出ることができます。
escalation-turn = { $order ->
    [first] { $count ->
        [1] { "" }
       *[other] まず
    }
   *[then] 次に
 }{ $people }にご連絡ください。{ $answers ->
    [yes] { $duration }以内に回答します。
    [unfilled] 回答までの時間は未定です。
   *[no] { "" }
 }
escalation-pass = { $order ->
    [first] { $count ->
        [1] { "" }
       *[other] まず
    }
   *[then] 次に
 }{ $people }が対応します。{ $answers ->
    [yes] { $duration }以内に回答します。
    [unfilled] 回答までの時間は未定です。
   *[no] { "" }
 }
escalation-address = { $person }（{ $place }）
process-states = お問い合わせの状態は、常に次のいずれかです。
process-ends = お問い合わせの状態は{ $first }から始まり{ $ends ->
    [yes] 、{ $last }で終わります
   *[no] ます
 }。
process-ends-in-time = 次へ進める期間が過ぎると、{ $last }{ $also ->
    [yes] でも
   *[no] で
 }終わります。
process-checks = { $count ->
    [1] 最初に、次の点を確認します。
   *[other] 最初に、次の点を順に確認します。
 }
process-ways = お問い合わせは次のように進みます。
process-sendings = 途中で次のご連絡を差し上げます。
process-check-by = 判断するのは{ $who ->
    [us] 当社
    [customer] お客様
   *[other] { $person }
 }です
process-check-otherwise = そうでない場合、お問い合わせの状態は{ $state }になります。
process-way = { $from }から{ $to }へ
process-after = { $duration }後
process-when = { $condition }とき
process-sends = 状態が{ $state }のとき：{ $what }
process-sends-after = 状態が{ $state }になって{ $duration }後：{ $what }
queue-order = お問い合わせは、{ $usually ->
    [yes] 通常、次の順に対応します
   *[no] 次の順に対応します
 }：{ $orders }。
quote-no-notice = 予告なし
queue-then = { $first }、次に{ $next }
queue-received = 受付の早い順
queue-severity = 重大度の高い順
queue-priority = 優先度の高い順
queue-level = 「{ $fact }」の高い順
queue-plan = 上位のプランの順
queue-fact = 「{ $fact }」の順
queue-number = 「{ $fact }」の数が大きい順
queue-date = 「{ $fact }」の日付が早い順
queue-except = 例外：{ $except }

## 組み立て：例、項目、値

example-case = ケース
example-answer = 結果
example-received = { $at }受付
example-event = { $when }：{ $at }
example-becomes = { $at }から{ $fact }が{ $value }になる
example-by = { $what }の期限：{ $at }
example-notifies = { $at }に{ $people }へ通知
example-open = { $channel }：{ $state ->
    [open] 受付中
   *[closed] 受付時間外
 }
example-value = { $what }：{ $value }
example-covered = お問い合わせは{ $answer ->
    [yes] 対象
   *[no] 対象外
 }です
example-state = お問い合わせの状態は{ $values }{ own-polite }
example-is = { $fact }は{ $values }{ own-polite }
own-polite = { $not ->
    [one] ではありません
    [many] のいずれでもありません
   *[no] です
 }
example-granted = { $what }：{ $granted ->
    [yes] 含まれます
   *[no] 含まれません
 }
example-cost = { $duration }で{ $amount }
example-instead = { $holds }。代わりに{ $offer }
example-why = 根拠
fact-lead = { $count ->
    [1] お問い合わせに何が適用されるかは、次の項目で決まります。
   *[other] お問い合わせに何が適用されるかは、次の各項目で決まります。
 }
fact-lead-prices = { $count ->
    [1] 料金は、次の項目で決まります。
   *[other] 料金は、次の各項目で決まります。
 }
fact-values = { $values }。
fact-yes-no = はい、または、いいえ。
fact-date = 日付。
fact-number = 数値。
fact-duration = 期間。
fact-proposed = { $who ->
    [us] 当社
    [customer] お客様
   *[other] { $person }
 }が提案します。
fact-confirmed = { $who ->
    [us] 当社
    [customer] お客様
   *[other] { $person }
 }が確定します。
fact-severity-heading = { $keyword ->
    [priority] 優先度の区分
   *[severity] 重大度の区分
 }
kind-languages = { $languages }で回答します。
kind-lead = { $keyword ->
    [kind] お問い合わせの種類は次のとおりです。
    [region] 地域は次のとおりです。
   *[phase] バージョンは次のフェーズを経ます。
 }

## 組み立て：対象、提供内容、プラン、料金、製品

scope-covers = 次のものが対象です。
scope-covers-all = 以下で除外していないものは、すべて対象です。
scope-covers-when = { $when }、お問い合わせは対象です。
scope-excludes = 次のものは対象外です。
scope-kinds = { $what }：{ $kinds }
scope-caption-instead = 対象外のものと、代わりの方法
scope-not-covered = 対象外
scope-instead = 代わりの方法
scope-nothing-instead = 代わりの方法はありません
offer-by = 担当：{ $people }。
offer-proposal = 事前にお見積もりを差し上げます。
offer-invoiced = { $period }に請求します。
offer-during = 「{ $calendar }」の間は{ $rate }
offer-outside = 「{ $calendar }」以外は{ $rate }
offer-least = 最低{ $duration }
offer-steps = { $duration }単位
offer-times = 通常料金の{ $times }倍
offer-multiplied = { $rate }（{ $remark }）
offer-instead-of = { $things }の代わりの方法です。
plan-caption = { $what ->
    [price] 各プランの価格
    [terms] 各プランの条件
   *[grants] 各プランの内容
 }
plan-included = { $what ->
    [grants] 内容
   *[other] 条件
 }
plan-includes = 「{ $plan }」の内容は次のとおりです。
plan-extends = { $plans }の内容をすべて含みます。
plan-all = プランは{ $plans }です。
plan-price = 料金
plan-runs = 契約期間
plan-runs-for = { $duration }{ $renews ->
    [yes] 、以後自動更新
   *[no] { "" }
 }{ $noticed ->
    [yes] （解約は{ $notice }前までに{ own-via }通知）
    [unfilled] （解約は事前に{ own-via }通知、時期は未定）
   *[no] { "" }
 }
plan-unsaid = 記載なし
plan-unused-lapse = 未使用分は失効
price-except = 例外として{ $amount }
price-from = 算定：{ $amount }
product-release = バージョン
product-since = 公開日
product-until = { $phase }の期限
product-on = { $date }時点
product-caption = バージョン別のサポート期間
product-announced = 予告済み
product-ended = 終了
product-unknown = 不明
product-no-phase = なし
product-supports = { $count ->
    [1] 最新のバージョンを常にサポートします。
   *[other] 最新の{ $count }つのバージョンを常にサポートします。
 }
product-ends = 「{ $phase }」の終了：{ $date }。
catalogue-holds = { $count }件のポリシー
catalogue-holds-some = { $count }件のポリシー。主なもの：

## 組み立て：表

table-any = すべて
table-other = その他すべて
table-other-values = その他：{ $values }
table-below = 未満
table-credit = クレジット
table-price = 料金
table-primary = 第一窓口
table-secondary = 第二窓口
table-entitlement = 内容
table-caption = { $title }（{ $facts }別）

## Answers to one case

answer-covered = 対象
answer-yes = はい
answer-no = いいえ
answer-instead = 代わりに{ $offer }
answer-depends = { $facts }によります
answer-by = { $at }まで
answer-then = その後 { $times }
answer-starts = 開始：{ $when }
answer-give-event = 計算するには `--event { $event }` で指定してください
answer-earlier = 以前：{ $from }〜{ $to }、{ $state }
answer-paused = 停止中
answer-left = 残り{ $time }
answer-counted = { $limit }（{ $rule }）
answer-unused = 残り{ $amount }
answer-left-until = { $date }まで残り{ $amount }
answer-used-up = 残りなし
answer-used-up-until = { $date }まで残りなし
answer-over = 残りなし、{ $amount }超過
answer-met = 達成
answer-missed = 未達
answer-done = 完了
answer-closed = 閉
answer-uncounted = 数えません
answer-rule = { $rule }、{ $line }行目
answer-escalation = エスカレーション
answer-nobody = この場合は誰にも知らせません
answer-not-needed = 不要になりました
answer-channels = 窓口
answer-open-until = { $channel }は{ $at }まで開いています
answer-open-always = { $channel }は常時
answer-shut-until = { $channel }は{ $at }まで閉まっています
answer-shut = { $channel }は閉まっています
answer-unsure = { $channel }：{ $why }
answer-entitlements = 含まれるもの
answer-prices = 料金
answer-becomes = { $at }に{ $state }
answer-sends = { $at }に{ $what }
answer-total = 合計{ $time }
answer-opens = 次に開く
answer-closes = 次に閉じる
answer-opened = 前に開いた
answer-shut-since = 前に閉じた
answer-changed = { $at }から{ $value }
answer-no-time = 時刻未定
answer-on-request = ご依頼により
answer-in-turn = 順番に
answer-at-once = 直ちに
answer-offers = 別途のご提供
answer-proposal = お見積もりの後
answer-unpromised = これについてお約束するものはありません
answer-release = { $release }、{ $date }
answer-no-date = 日付は未定です
answer-holidays-unknown = { $list }の祝日は{ $year }年までしか分かりません
answer-never-open = それだけの営業時間がありません
answer-out-of-range = 2100年より後になります

## 変更のお知らせ

notice-kicker = 変更のお知らせ
notice-title = { $policy }の変更
notice-lead = 現在のバージョンと比べて、次の点が変わります。
notice-lead-from = { $date }から、それまでのバージョンと比べて次の点が変わります。
notice-nothing-changes = お約束の内容は変わりません。表現だけが変わります。
notice-ends-title = { $policy }の終了
notice-ends = 本ポリシーは効力を失いました。
notice-ends-from = { $date }から、本ポリシーは効力を失います。それまではこのまま適用されます。
notice-ending = 終了するもの
notice-versions = { $old }から{ $new }へ
notice-announced = お知らせした日
notice-worse = 不利になる点
notice-mixed = 有利にも不利にもなる点
notice-better = 有利になる点
notice-what = 項目
notice-who = 対象
notice-before = これまで
notice-after = これから
notice-everybody = すべてのお客様
notice-gone = 廃止
notice-new = 新設
notice-there = これまでどおり
notice-none = なし
notice-changed = 変更
notice-covered = 対象
notice-not-covered = 対象外
notice-never = なし
notice-example = { $received }に受け付けたお問い合わせの期限は、これまで{ $before }、これからは{ $after }です。
notice-length = { $received }から数えると、期間の終わりはこれまで{ $before }、これからは{ $after }です。
notice-for = { $what }（{ $who }）
notice-among = { $what }など
notice-some-days = 一部の日、初回は{ $what }
notice-other-hours = 同じ（別の時間帯）
notice-also = { $what }も
notice-pair = { $what }：{ $said }
notice-share = { $period }{ $share }
list-notice = { $first }；{ $second }
notice-moved = { $way ->
    [later] これにより、次の期限が遅くなります：{ $what }。
    [earlier] これにより、次の期限が早くなります：{ $what }。
    [either] これにより、次の期限は早くなる場合と遅くなる場合があります：{ $what }。
    [longer] これにより、次の期間が長くなります：{ $what }。
    [shorter] これにより、次の期間が短くなります：{ $what }。
   *[both] これにより、次の期間は長くなる場合と短くなる場合があります：{ $what }。
 }
notice-first = 初回は{ $received }です。
notice-colophon = 効力を持つのはポリシーそのものです。このお知らせは、その変更点をまとめたものです。
notice-aspect = { $aspect ->
    [address] 連絡先
    [ahead] 事前の予告
    [announcement] お知らせの方法
    [answer] 回答までの時間
    [audience] 読める人
    [claim] 請求の期限
    [clock] 時間の数え方
    [coverage] 対象となるもの
    [credit] 守れなかったときのクレジット
    [cut-off] 受付の締切時刻
    [duty] 当社が行うこと
    [ending] 解約の予告
    [exemption] 数えないもの
    [hours] 時間帯
    [instead] 代わりの窓口
    [language] 言語
    [lapse] 使わなかった分
    [message] お送りする連絡
    [met] 守る割合
    [minimum] 最低料金
    [steps] 料金計算の時間単位
    [notice] 変更のお知らせ方
    [obligation] お客様にしていただくこと
    [open] 受付中のお問い合わせ
    [others] ほかの窓口
    [pause] 時間が止まるとき
    [permission] 当社ができること
    [precedence] 優先される文書
    [price] 価格
    [process] お問い合わせの流れ
    [proposal] 作業前のご提案
    [rate] 料金
    [rate-at-hours] 一部の時間帯の料金
    [release] バージョン
    [renewal] 更新
    [restart] 時間を数え直すきっかけ
    [review] ポリシーを見直す頻度
    [right] お客様ができること
    [route] 申し出ることができる人
    [staff] 対応する人
    [step] 知らせる相手と時期
   *[term] 契約期間
 }
answer-note = 注：{ $note }
note-parts = `{ $text }` には 1 秒未満の端数があり、1 秒として数えます
note-twice = { $city } では時計が戻されるため { $time } が 2 回あります。1 回目の { $first } とみなします（2 回目は { $second }）
note-not-received = お問い合わせの受付時刻がわかりません。`--received` で指定してください
note-order = 出来事が、起きた順とは違う順で指定されています
note-used = `{ $of }` の使用量はここでは考慮されません：{ $why }
note-used-nobody = そのような場合には含まれません
note-used-not-granted = この場合には含まれません
note-used-depends = 含まれるかどうかは、指定されていない条件によります
note-used-per = 上限の数え方の基準がわかりません
note-used-unlimited = 上限なしで含まれます
note-no-clock = 受付時刻が指定されていないため、時間は計測されません
note-no-zone = ポリシーにタイムゾーンの指定がないため、{ $zone } の時刻です
note-no-customer = お客様のタイムゾーンが指定されていないため、{ $zone } とみなします
note-no-holidays = お客様の祝日が指定されていないため、祝日は差し引きません
note-waits = `{ $of }` に未記入の行があり、回答はその行を考慮していません
note-over = `{ $product }` { $release } はすべてのフェーズが終了しており、最後の `{ $phase }` は { $date } に終了しました
