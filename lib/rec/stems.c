/*
 * The stems of each vocabulary: see stems.h.  A new stem is a word in a row, written as eni_casefold leaves it (no blanks, no full
 * width, no capitals); a row without a code holds words that must not be taken for a stem inside them.  A word of the vocabulary
 * itself that is at least three characters long is a stem without a row.
 */
#include "rec/stems.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/mem.h"

struct row {
	const char *code;    /* NULL: unread; without at_home it shields what stands inside its words */
	const char *words;   /* blanks between them */
	const char *beside;  /* counts only where one of these stands in the text, too */
	const char *at_home; /* the code in an office that is a home; NULL: the same */
	bool firm;           /* what follows does not take it back: 費用が払えない is a matter of 費用 */
	bool sure;           /* whatever else is said: 早退(発熱) */
	bool vague;          /* says less than the other words of its vocabulary: 認知症, of any degree */
};

/* clang-format off */
static const struct row status[] = {
    {.code = "inquiry", .words = "問い合わせ 問合 相談 見学 见学 参观 咨询 見込 意向客户 候補 候补 排队 空き待ち 順番待ち キャンセル待ち 考虑中"
        " 登録のみ 申込受付 利用申込 仮登録 新規 体験希望 体験予定 体験待ち 体験申込 利用希望 入住意向 利用開始前 開始前 利用前 未利用 未開始 未入居 未入所"
        " 未入住 待入住 契約済 契約待ち 契約予定 契約前 已签约 待签约 利用予定 開始予定 検討中 入院办理 办理入院 申请入住 入住评估 入住审批"
        " 体験済 体験終了 体験後 体験参加済 申込済 申込中 成交 跟进中 洽谈中 有意向 意向强 意向高 高意向 中意向 低意向"},
    {.code = "trial", .words = "体験 お試し 試し利用 试住 试用 试听 试入住"},
    {.code = "active", .words = "利用中 通所中 在籍 在住 在院 在宅利用 継続 入居中 入住中 已入住 服务中 施術中 治療中 訪問中 サービス中 提供中 契約中"
        " 稼働中 現役 利用再開 再開 復帰 利用あり 回利用 已恢复 在所 居住中 正常入住"},
    {.code = "paused", .words = "入院 住院 休止 一時中止 一時停止 一時休 長期休 休会 お休み中 休み中 休养 療養中 停止中 请假 請假 暂停 外出"
        " ショートステイ中 ショートステイ利用 ショート利用 保留床位 临时离院 离院外出 外出离院 临时外出"
        " 短期入所 一時退所 一時退居 一時退去 一時帰宅 中断"},
    {.code = "ended", .words = "終了 中止 終結 解約 退所 退居 退去 退会 卒業 契約解除 利用停止 终止 退住 结束 離所 离开 离院 出所 转走 转机构 转院 転居 引っ越し"
        " 引越 他事業所 他のデイ 他デイ 特養へ 老健へ 施設へ 施設に入 特養入所 老健入所 有料入居 转养老"},
    {.code = "ended", .words = "入所 入居 入所中 入所済 入居済", .at_home = "active"},
    {.code = "ended", .words = "施設入所 施設入居"},
    {.code = "declined", .words = "お断り 受入不可 受け入れ不可 対応不可 謝絶 婉拒 拒收 无法接收"},
    {.code = "lost", .words = "不成約 不成立 失注 見送り 辞退 キャンセル 流失 放弃 未签约 未成約 他決 他施設に決 他施設決定 他社に決 他社決定 断念"
        " 不签 取消 見学中止 体験中止 取下げ 取り下げ 战败"},
    {.words = "退院 利用者 入院歴 住院史 退院後 終了予定 中止予定 休止予定 退所予定 退居予定 退去予定 卒業予定 再開予定 再開未定 入院予定 入院待ち 住院待"
        " 終了待ち 退院待ち"},
    {.words = "入所待ち 入居待ち 入所希望 入居希望 入所予定 入居予定 入所待機 入居待機 入所前 入居前", .at_home = "inquiry"},
    {.words = "施設入所希望 施設入所待ち 施設入居希望 施設待機 施設入所予定 施設入居予定"},
    {.code = "inquiry", .words = "犹豫 暂不考虑 暂缓 待跟进 待回访 待评估 待参观 预约入住 预订 已订 订床 定金 押金 轮候 候床"},
    {.code = "active", .words = "在册"},
    {.code = "active", .words = "正常 通常", .vague = true},
    {.code = "paused", .words = "探亲 回家过 外宿 休假 留床"},
    {.code = "ended", .words = "停止服务 停服 已停 离所 退养 搬走 搬离 转出 已离 已退院 接回家 注销 销户 停用"},
    {.code = "lost", .words = "无意向 没意向 无意愿 不考虑 无效 去了别家 选了别家 选择别家 选择了别家"},
    {.words = "出院", .at_home = "ended"}, /* in Chinese a home is a 院, too */
    {.words = "不正常 异常"},
};
static const struct row reason[] = {
    {.code = "person", .words = "人間関係 対人 相性 利用者同士 利用者間 他利用者 他の利用者 職員対応 職員の対応 職員の態度 職員と合わな スタッフの対応"
        " スタッフの態度 スタッフと合わな 苦手な人 嫌いな人 苦手な職員 けんか 喧嘩 口論 いじめ 仲が悪 仲違い もめ 揉め 馴染め なじめ 人际 吵架 不和"
        " 护工态度 护理员态度 服务态度 与其他老人 与护工 相处不 合不来 处不来 处不好 相处不好 闹矛盾"
        " 折り合い 折合い 言葉づかい 人間トラブル", .firm = true},
    {.code = "person", .words = "トラブル 矛盾 冲突 暴言 暴力 言葉遣い 迷惑行為",
        .firm = true, .beside = "利用者 職員 スタッフ 他者 人と 人間 他人 の人 同士 老人 护工 护理员 员工"},
    {.code = "rule_change", .words = "ルール変更 ルールの変更 規則変更 規則の変更 規定変更 規定の変更 送迎時間 送迎変更 送迎の変更 送迎がなく 時間変更"
        " 時間帯変更 禁煙 规定 接送时间 接送变更 接送取消 禁烟 送迎範囲の変更 送迎範囲変更 送迎エリアの変更 送迎エリア変更 送迎範囲縮小 送迎ルート",
        .firm = true},
    {.code = "other_service", .words = "他事業所 他の事業所 別の事業所 別事業所 他デイ 他のデイ 別のデイ 違うデイ 他サービス 他のサービス 別のサービス"
        " 事業所変更 サービス変更 他社 小規模多機能 小規模へ 小規模に 特化型へ 小多機 看多機 デイケアへ デイケアに 通所リハへ 通所リハに 訪問看護に"
        " 訪問リハに 訪問介護に 他院 他の治療院 別の治療院 他のステーション 转机构 换机构 其他机构 别的机构 其他养老院 别的养老院 另一家 换了一家 别家"
        " 别处 他施設へ転 他施設への変更 他施設へ変更 他施設に変更 他のサービス利用 居宅サービスの利用 居宅サービス利用 其他养老机构 别的养老机构 换养老院"},
    {.code = "facility", .words = "特養 特別養護 老健 老人保健施設 有料老人 有料ホーム 有料に入 有料へ グループホーム サ高住 サービス付き高齢"
        " ケアハウス 養護老人 介護医療院 老人ホーム 施設入 施設に入 施設へ 施設に移 入所 入居 养老院 敬老院 护理院 入住机构 养老公寓 福利院 住宅型有料"},
    {.code = "hospital", .words = "入院 入退院 住院 転院 病院に入 病院へ 緊急搬送 救急搬送 救急車で搬送 救急車搬送 送医 急救 进医院 icu 转院 去医院 到医院 转医院 送医院"},
    {.code = "unknown", .words = "不明 わからない 分からない 判らない 不詳 不清楚 未確認 確認中 聞いていない 聞けていない 未知 调查中 没说 不详", .firm = true},
    {.code = "other", .words = "体調 けが ケガ 怪我 病気 骨折 転倒 疾病 生病 得病 受伤 摔伤 摔倒 手術 手术 肺炎 脳梗塞 脑梗 脳出血 心不全 がん 癌 発熱"
        " 発作 感染 コロナ 新冠 状態低下 状態悪化 adl 介護度 要支援 重度化 病状 病情 身体原因 身体不 認知症の進行 認知症進行 本人希望 本人の希望"
        " ご本人の希望 自己都合 本人都合 本人の意向 家族の都合 家族都合 家族の希望 家族希望 家庭の事情 転居 転出 引っ越し 引越 ひっこし 搬"
        " ショートステイ ショート利用 家族が介護 費用 费用 价格 料金 経済的 経済面 金銭 经济 太贵 接回家 回家 回老家 家人照顾 家属照顾 家人接 家属接"
        " 儿子接 女儿接 子女接 在宅介護 個人原因 个人原因 本人意愿 本人拒否 行きたくな 行きたがら 拒否 卒業 改善 目標達成 自立 契約満了 期間満了"
        " 服务不周 护理质量 管理混乱 接回 接走 利用をしなくな 利用しなくな サービスが不要 サービス不要 老人个人 値上げ 滞納 未払 閉鎖 同居 曜日が合わ"
        " 時間が合わ 日程が合わ 通院 医療的ケア 医療ニーズ 想家 不适应 不习惯 外地 随子女 退休金 没钱"
        " 短期入所 軽快 疾患 施設都合 施設の都合 事業所都合 事業所の都合 娘宅 娘様宅 娘さん宅 息子宅 息子様宅 息子さん宅 長男宅 長男様宅 次男宅 次男様宅 長女宅 長女様宅 次女宅 次女様宅 子供宅 家族宅 親族宅 実家 引き取 引取 呼び寄せ 呼寄せ", .firm = true},
    {.words = "退院 出院 利用者 入院歴 住院史 病院受診 病院へ受診 病院へ通院 入院時 入院費 住院费 施設名 施設見学"},
    {.code = "person", .words = "打架 与人不合 对护理员 对护工 对员工 对工作人员 对阿姨 与室友 和室友 室友不 同屋不 同住老人 闹别扭 被欺负", .firm = true},
    {.code = "facility", .words = "老年公寓 养护院 养护中心 安养院 颐养院 护理中心 照护中心 福利中心"},
    {.code = "hospital", .words = "急诊 抢救", .firm = true},
    {.code = "person", .words = "被室友 被同屋 护工不 护工骂 护工打 护工换 护理员骂 护理员打 护理员不", .firm = true},
    {.code = "other_service", .words = "别的日照 其他日照 别的中心 其他中心 另一个中心 别的站 其他公司 别的公司 换公司"},
    {.code = "rule_change", .words = "探视时间 探访时间 探视规定 陪餐 陪护规定 禁酒 不让抽烟 不让喝酒 不许 作息", .firm = true},
    {.code = "other", .words = "涨价 子女照顾 子女退休 退休照顾", .firm = true},
    {.code = "other", .words = "不满 住不惯 欠费 到期 离家远 距离 太远 太吵 伙食 饭菜 环境 保姆 居家养老 女儿家 儿子家 去外地 嫌贵 拆迁 疫情 政策", .firm = true},
};
static const struct row lost_reason[] = {
    {.code = "price", .words = "料金 費用 高額 高い 高すぎ 高かった 予算 金額 値段 费用 价格 太贵 贵 预算 性价比 经济 支払 年金 予算なし 予算無 予算がな", .firm = true},
    {.code = "waiting", .words = "待ち 待機 待てな 待たされ 等待 等太久 等不 排队 等床位", .firm = true},
    {.code = "competitor", .words = "他施設 他の施設 別の施設 他事業所 他の事業所 別の事業所 他社 他デイ 他のデイ 競合 竞争 竞品 其他机构 其他养老院"
        " 别家 别的养老院 另一家 他家 他に決 他で決 他所に決 よそに決 別に決 选了别 去了别 选择其他 选择了其他 其他公司 别的公司 特養 老健 グループホーム サ高住", .firm = true},
    {.code = "visiting", .words = "面会 探视 探望", .firm = true},
    {.code = "stability", .words = "安定性 入れ替わり 人手不足 稳定 人员变动 换人频繁 更换 流动 辞め 離職", .firm = true},
    {.code = "unclear_answers", .words = "説明不足 説明が 説明に 解答 答复 解释不 说不清 讲不清 讲解 介绍不 说明不", .firm = true},
    {.code = "family_opposed", .words = "反対 反对 不同意 不赞成 不支持 家族の意見 意见不统一 意见不一 意見がまとま", .firm = true},
    {.code = "autonomy", .words = "自由 自主 不自由 外出", .firm = true},
    {.code = "route", .words = "見学 参观", .firm = true},
    {.code = "no_room", .words = "満室 満員 満床 空きな 空きがな 空室な 空床な 定員 满员 无床位 没有床位 没床位 没位置 床位不足 已满 希望の部屋"
        " 個室がな 個室な 床位紧张 没有空床 没有单间 没单间", .firm = true},
    {.code = "health", .words = "体調 入院 住院 病気 病状 病情 骨折 健康 身体 状態悪化 病重", .firm = true},
    {.code = "unknown", .words = "不明 わからない 分からない 不詳 不清楚 未確認 未知", .firm = true},
    {.code = "other", .words = "距離 遠い 遠方 太远 远 場所 位置 送迎範囲 転居 引っ越し 連絡取れず 連絡取れな 連絡が取れず 連絡が取れな 連絡がつか"
        " 联系不上 本人拒否 本人が嫌 本人不愿 在宅 在家 交通 老人不同意 本人不同意 老人反对 本人反対 本人が反対 本人の拒否 老人不愿 本人不想 老人不想"
        " タイミング 時期尚早 時期が 必要性 音信不通 連絡つかず 対応不可 対応できな 受入不可 受け入れ不可 雰囲気 設備 食事 立地 生活保護 环境 设施"
        " 服务 护理质量 伙食 吃得 医疗条件 医保 暂不考虑 居家 保姆 回老家 失联 不接电话 不接收", .firm = true},
    {.code = "no_room", .words = "满房 客满", .firm = true},
    {.code = "other", .words = "不愿 不肯 不急 暂不需要 暂时不需要 不满意 不符 时机 时间冲突 时间不合 兴趣 没有兴趣 没兴趣 狭 時期の 連絡不能 ニーズが合わ"
        " ニーズ不一致 条件", .firm = true},
};
static const struct row intent[] = {
    {.code = "ready", .words = "契約済 契約予定 契約待ち 契約したい 入居決定 入所決定 入居を決 利用決定 利用開始予定 申込済 申し込み済 申込み 申し込"
        " 申込書 已签约 准备签约 要签约 确定入住 决定入住 明确签约 成交 确认入住"},
    {.code = "high", .words = "前向き 強い 積極的 高い 高意向 意向高 意向强 很想 强烈 意愿强"},
    {.code = "hesitant", .words = "迷 検討 考え中 悩 様子見 犹豫 考虑 再看看 比较中 观望"},
    {.code = "notnow", .words = "今は 見送 まだ先 時期尚早 将来 暂不 不考虑 以后再说 暂时不 意愿不强 意向不强 不入住 无意向"},
    {.words = "入居中 利用中"},
    {.code = "ready", .words = "预约入住 预订 已订 订床 定金 押金"},
    {.code = "ready", .words = "已签 要签"},
    {.code = "high", .words = "尽快 着急 有意向 想来 想住 满意"},
    {.code = "hesitant", .words = "待定 一般 商量 没想好 比较 未定 没定"},
    {.code = "notnow", .words = "不急 不着急 不大 不想来 不满意 半年后 年后 明年 过段时间 没意向"},
};
static const struct row channel[] = {
    {.code = "call", .words = "電話 架電 tel 携帯 手机 电话 座机 致电 电联 通話 受電 着信 発信 来电 去电"},
    {.code = "fax", .words = "fax ファックス ファクス 传真"},
    {.code = "email", .words = "メール mail 邮件 邮箱 电邮 携帯メール"},
    {.code = "visit", .words = "訪問 お見舞い 見舞 上门 家访 拜访 探望 走访 入户 面访"},
    {.code = "letter", .words = "手紙 郵送 郵便 封書 葉書 はがき ハガキ 书信 信件 信函 邮寄 寄信 書面 写信 メール便 速達 宅配 快递"},
    {.code = "meet", .words = "面談 面会 来所 来院 来店 来訪 対面 面谈 到访 来访 见面 当面 担当者会議 会議 カンファレンス 打ち合わせ 打合せ 打合わせ 窓口 サ担 立ち話 口頭 手渡 参观 探视 到店 现场"},
    {.code = "sms", .words = "ショートメール ショートメッセージ sms 短信"},
    {.code = "line", .words = "line ライン"},
    {.code = "wechat", .words = "微信 wechat ウィーチャット"},
    {.code = "task", .words = "内部 社内"},
    {.words = "online オンライン ガイドライン ホットライン"},
    {.code = "call", .words = "回电 语音通话"},
    {.code = "meet", .words = "接待 线下 会议"},
    {.code = "letter", .words = "来信"},
};
static const struct row to[] = {
    {.code = "family", .words = "家族 家属 家人 キーパーソン 妻 夫 娘 息子 長男 長女 次男 次女 三男 三女 嫁 孫 兄 姉 弟 妹 父 母 儿子 女儿 儿媳 女婿"
        " 老伴 配偶 子女 甥 姪 身元引受人 保証人 监护人"},
    {.code = "caremanager", .words = "ケアマネ 介護支援専門員 居宅 个案"},
    {.code = "center", .words = "包括"},
    {.code = "hospital", .words = "相談員 連携室 病院 医院 医务社工"},
    {.code = "doctor", .words = "医師 主治医 ドクター 医生 大夫"},
    {.code = "referrer", .words = "紹介 介绍 推荐"},
    {.code = "client", .words = "本人 利用者 患者 入居者 老人 长者"},
    {.code = "staff", .words = "職員 スタッフ 社内 员工 同事"},
    {.code = "decision_maker", .words = "決定者 决策"},
    {.words = "医生会 夫人 本人の 本人様の 利用者の 老人的 丈夫"},
    {.code = "family", .words = "嫂 姐夫 妹夫 姨 姑 舅 叔 伯"},
    {.code = "center", .words = "社区 居委 街道"},
    {.code = "staff", .words = "护工 护理员"},
    {.code = "family", .words = "孙女 孙子 孙媳 外孙 侄 外甥 哥哥 弟弟 姐姐 媳妇 亲属 亲戚 爱人 妻子 家长"},
};
static const struct row outcome[] = {
    {.code = "done", .words = "電話した 電話しました 電話済 架電済 架電した 電話にて 電話連絡 連絡済 連絡した 連絡しました 対応済 対応した"
        " 対応しました 訪問済 訪問した 訪問しました 確認済 確認した 確認しました 話せた 電話に出た 電話に出られた 話した 話しました 話ができた 話ができました"
        " お話し 伝えた 伝えました 伝達済 説明した 説明済 説明しました 面談済 面談した 面会した 面会できた 面会できました tel済 会えた 連絡が取れた"
        " 連絡取れた 連絡がついた 了承 報告済 報告した 相談した 聞いた 聞き取り 実施 完了 つながった 繋がった 了解 元気 已联系 已沟通 沟通 已打"
        " 打了电话 已回访 回访 已通知 通知了 联系了 联系上 打通 接通 聊了 已上门 上门了 已见面 见了面 已完成 完成 通話できた 通話できました 出てくれた"
        " 已电话 已致电 已电联 已告知 已转告 告知了 谈了 知晓 家属已知 情况稳定 一切正常 状况良好"
        " 変わりなし 変わりあり 変わりな 特変なし 問題なし 異常なし 喜ばれ ありがとう 承知 分かりました わかりました お待ちしま 挨拶 あいさつ 報告 お話でき 話せま 話せて 電話に出られま 電話でき 電話しま 通話でき 出てもら 出て頂 話をし 話を聞 話し合 連絡が取れま 連絡取れま 連絡がとれた 連絡とれた 連絡がとれま 連絡でき 会えま"},
    {.code = "sent", .words = "送付 送信 発送 郵送 投函 fax済 faxした fax送 メール済 メールした メール送 送った 送りました 渡した 手渡し 持参 lineした"
        " line送 已发 已寄 发了 寄了 发送 寄出 送到 手紙を出 はがきを出 ハガキを出 葉書を出 資料を出 转发 既読 已读"
        " お渡し 名刺渡 置いてき 配布 お届け 届けた"},
    {.code = "booked", .words = "予約 アポ 約束 日程決 日程調整済 訪問日決 日時決 再訪予定 来所予定 見学予定 訪問予定 体験予定 已约 预约 约好 约了"
        " 约定 约在 约周 约下周 日決定 日が決 日程が決 日時が決 日取り アポ獲得 约谈 约见 申込 申し込 成約 签约"
        " 再開決定 再開日決 再開が決ま"},
    {.code = "considering", .words = "検討 考え 考慮 保留 様子見 様子を見 家族と相談 相談して 迷 考虑 再想 再说 商量 犹豫 观望 返事待ち 回答待ち"
        " 家族で相談 ご家族で相談 相談する 待跟进 未置可否 相談中 日程調整"
        " 決めかね 決められな"},
    {.code = "received", .words = "返信あり 返事あり 返信来 返事来 折り返しあり 折返しあり 折り返し来 受信 受領 受け取 先方から 来電 来信 来电 回信"
        " 收到 回电 折り返し電話あり 折返し電話あり 折り返しの電話あり 折返電話あり 折り返しtelあり 折返しtelあり 電話あり 電話がありました"
        " 電話があった 連絡あり 連絡がありました 連絡があった 已回复 回复了"},
    {.code = "refused", .words = "拒否 断られ 断り 辞退 不要 必要ない 必要ありません 結構です 興味な いらない 要らない かけないで 拒绝 谢绝 婉拒 回绝"
        " 不需要 不用了 不感兴趣 没兴趣 不考虑 别再 受付ng ニーズなし ニーズ無 无意向 没意向"
        " やめてお やめたい やめます 見合わせ に決めた 他に決ま もう結構 結構との 結構と言 遠慮し 遠慮さ お構いなく 連絡しないで 電話しないで 来ないで かけてこないで"},
    {.code = "returned", .words = "再開 復帰 戻られ 已恢复 恢复服务 恢复入住 恢复居住 恢复使用 恢复上门 恢复接送 回来了"},
    {.code = "no_answer", .words = "不在 留守 応答な 無応答 不応答 出ない 出ず 出られず 出られな 出なかった 出ませ でない でず つながら 繋がら 通じず"
        " 通じない 通じな 話せず 話せな かけ直 掛け直 かけなお 折り返し待ち 折返し待ち 折り返し依頼 折返し依頼 不通 電源 圏外 コールのみ 呼出のみ"
        " 呼び出しのみ 連絡つかず 連絡つかな 連絡がつかず 連絡がつかな 連絡取れず 連絡取れな 連絡が取れず 連絡が取れな いなかった おらず 会えず 会えな"
        " 無人 无人 没人 没接 未接 不接 无应答 打不通 没打通 未打通 没联系上 没通 关机 挂断 拒接 联系不上 不在家 返答な 返答無 連絡がとれず 連絡とれず"
        " 連絡がとれな 折り返し電話待ち 折返し電話待ち 折返待 折返しを依頼 再架電 再コール 再連絡待ち 要再連絡 无法接通 无法接听 未能接通 不在服务区"
        " 无法联系 响铃未接 拒绝接听 コール音 呼出音 呼び出し音 来电提醒 秘书服务 要求回拨 稍后再拨 稍后再打 未遇 没遇到 没见到 返信なし 返信無"
        " 返信がな 返事なし 返事がな お会いできず お会いできな 通話できず 通話できな 電話できず 電話できな 連絡できず 連絡できな 連絡できませ 話できず 話できな 話ができず 話ができな"
        " 出てもらえず 出てもらえな 出て頂けず 出て頂けな 出てくれず 出てくれな つながりませ 繋がりませ 応答無 返答無 コールバック待 又電話する また電話する 再tel 未回复 没回复 不回复 微信未回 短信未回 已读未回 既読スルー 既読のみ", .firm = true},
    {.code = "voicemail", .words = "留守電 留守番 留守録 伝言 録音 语音留言 语音信箱 留言", .firm = true},
    {.code = "busy", .words = "話中 話し中 通話中 占线 忙线 正在通话 用户忙 正忙 线路忙 网络忙", .firm = true},
    {.code = "bounced", .words = "不達 未達 エラー 宛先不明 戻ってき 返送 返戻 届かず 届かな 届きませ 送信失敗 送信でき 使われて 欠番 番号違 番号間違"
        " 間違い電話 番号が違 退信 退回 发送失败 空号 号码错 错号 打错 使用されて 現在使わ 停机 欠费 改号 号码不存在 号码有误 号码无效 無効な番号"
        " 住所不明 転居先不明 現アナ 現在アナウンス 使われておりません 使われていない 使われていません 使用されておりません 使用されていない"
        " 使用されていません 番号なし 番号変更 番号が変わ 号码已更改 号码更改 送付先不明 送付先が不明", .firm = true},
    {.words = "電話したい 電話に出たく 話したい 連絡したい 説明したい 訪問したい 確認したい 面談したい 相談したい 対応したい 再開予定 再開希望 再開未定 再開見込"
        " 再開待ち 再開したい 元気がない 元気なし 連絡待ち 電話待ち 未連絡 未対応 未実施 未完了 未電話 未送付 未送信 未訪問 未确认 未联系 未完成 尚未"
        " 送付先 送信先 発送先"
        " 再開した場合 報告待ち"},
    {.code = "no_answer", .words = "席外し 席を外 離席 会議中 外出中 接客中 運転中 取り込み中 取込中 手が離せ 忙しい 忙しく 都合が悪 折り返しま 折返しま 折り返すと 折り返しなし", .firm = true},
    {.code = "bounced", .words = "番号変 番号が変", .firm = true},
    {.code = "done", .words = "とのこと とのお話 とのご返事 との返事 と言われ だそうで そうでした", .vague = true},
    {.code = "done", .words = "致电 通话 通过话 通了电话 面谈 探望 走访 家访 入户 已答复 已确认 已处理 已解决 已加微信 加了微信 接听 接的电话 √ ✔"},
    {.code = "considering", .words = "再联系 再联络 再定 再看看 等消息 等通知 等回复 过段时间"},
    {.code = "refused", .words = "不愿 不想 没意愿 别打 别联系 不要打 不要再 勿扰 不必"},
    {.code = "no_answer", .words = "暂时无法 无法打通 没人应 已关机 没回 未回 不回 再打 稍后 晚点再 在忙 不方便接"},
    {.code = "busy", .words = "通话中"},
    {.words = "未回访 没回访"},
    {.code = "returned", .words = "戻ることに決ま 戻ることにな 决定回来 已回来 重新入住"},
    {.code = "bounced", .words = "号码不对 不是本人 非本人 换号"},
    {.code = "refused", .words = "不来了 不去了 不住了 不用再 不用打 不用联系 无需再 无需联系 暂无需求 定了别 选了别 去了别 去别家 定别家 住别家"
        " 住进别家 了别家 拉黑 删好友 删除好友 不想再 不再考虑 不打算"},
    {.code = "booked", .words = "说好了 说好来 答应来 定好 改期 改约 改到 同意试住 答应试住 决定试住 决定入住 确定入住 同意入住 定金 已签 来参观 来看房"},
    {.code = "considering", .words = "比较 还在看 先看看 没想好 没考虑好 没决定 未决定 没定 未定 等儿子 等女儿 等家人 等床位 年后 春节后 改天 推迟"
        " 来不了 没空 没时间"},
    {.code = "no_answer", .words = "晚点打 晚点回 晚些 回头打 回头再 让晚上 开会 不方便 挂了 直接挂 挂掉 被挂 未读 没通过 未通过 爽约 没来 未到访", .firm = true},
    {.code = "busy", .words = "忙音", .firm = true},
    {.code = "done", .words = "接了 接的 聊得 加上微信 通过了好友 来过了 已来访 已到访 来参观了 参观过 见到了 看过了 满意"},
    {.code = "done", .words = "稳定 好转 老样子 还在医院 还没出院 没出院 恢复 谢谢 好的", .vague = true},
    {.code = "returned", .words = "回来住 已返院 返院了 回院了 重新住"},
    {.code = "sent", .words = "已签收 签收了"},
    {.words = "不满意 没接了 还没来得及 推迟出院"},
};
static const struct row visit_outcome[] = {
    {.code = "attended", .words = "利用 施術 訪問 実施 参加 到达 服务 提供済 来られた 来られま 来了"},
    {.code = "attended", .words = "早退 遅刻 遅れて 途中帰宅 途中で帰 途中から 迟到 出席 出勤 来所 通所 来院 到院 已到", .sure = true},
    {.code = "absent", .words = "欠席 休み 休む 休まれ 休んだ 休止 欠 キャンセル 不参加 来ず 来ない 来られず 来られな 来なかった 来所せず 来所な"
        " 利用なし 施術なし 訪問なし 不在 入院 体調不良 発熱 風邪 カゼ 未到 没来 不来 请假 缺席 缺勤 住院 取消 ショート 利用中止 施術中止 訪問中止"
        " 通所中止 サービス中止 利用中断 拒否 拒绝 无人 没人 未服务 没服务 旷 病假 事假 外出 受診 通院 所用 用事 家庭の都合 家族の都合 家族都合"
        " 本人都合 本人の都合 自己都合 留守 行きたくな"},
    {.code = "cancelled_by_us", .words = "事業所都合 事業所の都合 当方都合 当方の都合 当院都合 スタッフ都合 スタッフの都合 職員都合 職員の都合"
        " 施術者都合 施術者の都合 事業所休 施設休 臨時休 休業 休館 年末年始 祝日休 台風 大雪 我方 机构原因 机构取消 停业 臨休"},
    {.code = "moved", .words = "振替 振り替 変更 延期 日程変 改期 改约 改天 调到"},
    {.words = "振替なし 変更なし 欠席なし 欠勤なし 休憩 受診後 通院後 外出支援"},
};
static const struct row step_outcome[] = {
    {.code = "done", .words = "完了 終了 実施済 済み 完成"},
    {.code = "dropped", .words = "離脱 中断 中止 帰宅 帰られ 辞退 离开 流失 放弃 走了"},
    {.code = "skipped", .words = "省略 スキップ 実施せず 未実施 跳过 略过"},
};
static const struct row care_level[] = {
    {.code = "support1", .words = "要支援度1 支援1 経過的要介護 経介"}, {.code = "support2", .words = "要支援度2 支援2"},
    {.code = "care1", .words = "要介護度1 介護度1 介護1 護理1"}, {.code = "care2", .words = "要介護度2 介護度2 介護2"}, {.code = "care3", .words = "要介護度3 介護度3 介護3"},
    {.code = "care4", .words = "要介護度4 介護度4 介護4"}, {.code = "care5", .words = "要介護度5 介護度5 介護5"},
    {.code = "pending", .words = "申請中 区変中 認定待ち 认定申请 申请中 等待认定"},
    {.code = "program", .words = "事業対象 総合事業"},
    {.code = "independent", .words = "自立 非該当 自理 生活自理 健康老人 非該 み非"},
    {.code = "semi", .words = "一部介助 部分介助 見守り 半失能 半自理 半护 半介护 部分自理 部分失能 介助"},
    {.code = "full", .words = "全介助 全面介助 全护 全介护 失能 不能自理 无法自理 特护 专护 介护 特级护理 完全依赖"},
    {.code = "gb1", .words = "轻度失能"}, {.code = "gb2", .words = "中度失能"}, {.code = "gb3", .words = "重度失能"}, {.code = "gb4", .words = "完全失能"},
    {.code = "semi", .words = "自理一部分 自理部分 基本自理 大部分自理 能自理一部"},
    {.words = "居宅介護 訪問介護 不完全自理 自立支援 事業対象外 対象外"},
    {.code = "gb1", .words = "轻度"}, {.code = "gb2", .words = "中度"}, {.code = "gb3", .words = "重度"}, {.code = "full", .words = "全失能"},
    {.words = "轻度认知 中度认知 重度认知 轻度失智 中度失智 重度失智 轻度痴呆 中度痴呆 重度痴呆 轻度残疾 中度残疾 重度残疾 轻度依赖 中度依赖 重度依赖"},
};
static const struct row cognition[] = {
    {.code = "normal", .words = "正常 認知症なし 認知症状なし 認知症はな 認知症無 無認知症 問題なし 異常なし 年相応 年齢相応 しっかり クリア 清楚 清晰"
        " 清醒 没有失智 无失智 无认知 没有认知 认知良好 良好 自立 自立度自立 神志清"},
    {.code = "mild", .words = "認知症 认知症 失智 痴呆 认知障碍 アルツハイマー レビー小体 阿尔茨海默", .vague = true},
    {.code = "mild", .words = "軽度 軽い 初期 やや低下 轻度 轻微 早期 mci 物忘れ もの忘れ 健忘 iia iib 自立度i 自立度ii ランクi ランクii 记忆力减退"
        " 记忆减退 记性差 记忆力下降 忘事 認知機能低下 认知功能下降 記憶低下 記憶力低下 記憶障害 认知下降 认知减退"},
    {.code = "moderate", .words = "中等度 中程度 中度 iiia iiib 自立度iii ランクiii"},
    {.code = "severe", .words = "重度 重症 高度 严重 自立度iv 自立度m ランクiv ランクm"},
    {.words = "認知症の疑い 認知症疑い 疑似失智 認知症予防 不清楚"},
    {.code = "mild", .words = "阿尔兹海默 老年痴呆 糊涂", .vague = true},
    {.code = "mild", .words = "记性不好 记忆力差 爱忘事 早期轻度 晚期轻度"}, {.code = "moderate", .words = "中期"}, {.code = "severe", .words = "晚期 末期"},
    {.words = "不糊涂"},
    {.code = "normal", .words = "未见痴呆 无痴呆 没有痴呆 未见失智 未见认知 未患痴呆 没痴呆 没失智"},
    {.code = "severe", .words = "认不得人 不认人 不认得人 认不出人 不认识家人 認識できな 家族がわからな"},
};
static const struct row mobility[] = {
    {.code = "walk", .words = "独歩 自立歩行 歩行自立 歩行可 自分で歩 独立行走 行走自如 可行走 自由行走 自行行走 能走 步行 自立 歩ける 見守り歩行"
        " 伝い歩き つたい歩き 自己走 手引き歩行 手引歩行 介助歩行 支持歩行 搀扶行走 搀扶步行 扶行 自如 自由活动 自行活动 独立 自主 正常 自理"},
    {.code = "cane", .words = "杖 拐杖 拄拐 拄杖 手杖 拐棍 ステッキ 四脚拐 三脚拐 双拐 单拐 腋拐 クラッチ ロフストランド"},
    {.code = "walker", .words = "歩行器 歩行車 シルバーカー 押し車 老人車 手押車 助行器 助行车 助步器 助步车 ピックアップ 手押し車 推车"},
    {.code = "wheelchair", .words = "車いす 車椅子 車イス リクライニング 轮椅"},
    {.code = "bed", .words = "寝たきり 臥床 ベッド上 床上 卧床 瘫痪 无法下床 ねたきり ベッド臥 终日卧 不能下床 下不了床 ストレッチャー"},
    {.words = "歩行不可 歩行困難 不能走 歩行不能 半自理 部分自理 半身瘫痪 偏瘫 半瘫 面瘫 下肢瘫痪 不正常"},
    {.code = "walk", .words = "自己能走 自己行走 行动自如 行动正常"},
    {.code = "cane", .words = "扶拐"},
    {.code = "walker", .words = "助行架 学步车"},
};
static const struct row need[] = {
    {.code = "meals", .words = "食事 配食 昼食 夕食 朝食 用餐 三餐 助餐 送餐 膳食 餐饮 餐食 吃饭 饮食 伙食"},
    {.code = "room", .words = "居室 個室 住まい 房间 单人间 双人间 居住 住宿"},
    {.code = "activities", .words = "活動 レク 趣味 体操 外出 活动 娱乐 文娱 兴趣"},
    {.code = "bathing", .words = "入浴 風呂 シャワー 清拭 洗浴 助浴 洗澡 洗头 沐浴 擦浴 洗身 洗髪 機械浴 個浴 特浴"},
    {.code = "dressing", .words = "更衣 着替 穿衣 换衣"},
    {.code = "medication", .words = "服薬 内服 薬の管理 薬管理 与薬 服药 用药 喂药 吃药 药物 配薬"},
    {.code = "toileting", .words = "排泄 排せつ トイレ おむつ オムツ 如厕 大小便 尿布 纸尿裤 尿垫 尿片 尿不湿"},
    {.code = "night_check", .words = "夜間 夜间"},
    {.code = "laundry", .words = "洗濯 洗衣"},
    {.code = "feeding", .words = "食事介助 喂食 喂饭 协助进食 协助用餐"},
    {.code = "turning", .words = "体位 翻身"},
    {.code = "rehab", .words = "リハ 機能訓練 筋トレ 運動 康复 锻炼 歩行訓練 步行训练 行走训练"},
    {.code = "transfer", .words = "移乗 转移"},
    {.code = "walking", .words = "歩行 移動介助 行走 步行 陪走 助行"},
    {.code = "pickup", .words = "送迎 送り迎え 接送"},
    {.code = "nursing", .words = "医療 看護 医疗 护理"},
    {.code = "dementia_care", .words = "認知症 认知症 失智 认知照护 痴呆"},
    {.code = "company", .words = "見守り 話し相手 傾聴 陪伴 陪护 陪聊 聊天"},
    {.code = "housework", .words = "家事 掃除 清掃 買い物 買物 調理 家务 打扫 卫生 购物 做饭 保洁 助洁"},
    {.words = "訪問看護 介護医療院"},
};
static const struct row concern[] = {
    {.code = "price", .words = "費用 料金 金額 お金 高い 費用面 费用 价格 贵 钱 经济 値段 支払 收费 年金 月額 一時金 安い 価格 押金 退费 開銷 开销 花销 金銭 去不起 住不起 不合算 不划算", .firm = true},
    {.code = "visiting", .words = "面会 会える 探视 探访 探望 看望 常去看 会いに", .firm = true},
    {.code = "stability", .words = "安定 稳定 入れ替わり 換人 换人 よく変わ 職員が変わ スタッフが変わ 担当が変わ 定着 辞め 離職 流动 更换 人手", .firm = true},
    {.code = "family_contact", .words = "家族との 家族連絡 連絡が 与家人 联系 亲情 想家 様子を知 様子が分か 様子がわか 视频 报平安 近況", .firm = true},
    {.code = "care_quality", .words = "介護の質 ケアの質 虐待 丁寧 照护 护理 照顾 质量 态度 拘束 素质 专业 安全 転倒 摔 服务差 服务不 服务水平 服务质量 介護サービス 介護体制",
        .firm = true},
    {.code = "medical", .words = "医療 急変 病気 医疗 急病 看病 就医 发病 緊急 看護師 看護 医師 持病 突发 急救 医生 护士 治疗 看取 薬 病院", .firm = true},
    {.code = "insurance", .words = "介護保険 保険 护理险 长护险 医保 报销 補助 补贴 给付 減免", .firm = true},
    {.code = "dementia", .words = "認知症 徘徊 物忘れ もの忘れ 认知症 认知障碍 失智 痴呆 走失 健忘", .firm = true},
    {.code = "autonomy", .words = "自由 自主 不自由 外出 外泊 喫煙 禁煙 お酒 飲酒 ペット プライバシー 出门 被关 不自在", .firm = true},
    {.code = "food", .words = "食事 ごはん ご飯 味 饮食 饭菜 口味 伙食 餐 刻み食 ミキサー食 嚥下食 吃得 吃饭 吃不 減塩 刻み 嚥下 吃素 大锅饭", .firm = true},
    {.code = "care_quality", .words = "職員 スタッフ 护工 質", .vague = true},
    {.code = "other", .words = "孤独 寂し なじめ 馴染め 人間関係 いじめ 他の入居者 環境 立地 部屋 個室 清潔 におい 臭い 孤单 环境 房间 距离 卫生"
        " 不适应 不愿离开 不想离开 舍不得离开 丢人 不孝 雰囲気 評判 周りの人 狭", .firm = true},
};
static const struct row focus[] = {
    {.code = "medical", .words = "医療 看護 医疗 医生 护理"},
    {.code = "social", .words = "交流 仲間 レク 活動 社交 活动 朋友 文娱"},
    {.code = "meals", .words = "食事 味 餐 饮食 饭菜 伙食"},
    {.code = "price", .words = "費用 料金 安さ 费用 价格 便宜 性价比"},
    {.code = "rehab", .words = "リハ 機能訓練 運動 康复"},
    {.code = "quiet", .words = "静か 静けさ 落ち着 安静 清静 环境"},
};
static const struct row referrer_kind[] = {
    {.code = "center", .words = "包括"},
    {.code = "caremanager_office", .words = "居宅 ケアプラン ケアマネ"},
    {.code = "hospital", .words = "病院 医療センター 医院"},
    {.code = "clinic", .words = "クリニック 診療所 诊所 卫生院 卫生服务中心 整形外科 内科 外科 社区医院"},
    {.code = "provider", .words = "デイサービス デイケア 訪問介護 訪問看護 通所 福祉用具 小規模多機能 小多機"},
    {.code = "facility", .words = "老人ホーム 特養 老健 グループホーム サ高住 养老院 敬老院 护理院"},
    {.code = "community", .words = "市役所 役場 区役所 社協 民生委員 社区 居委会 街道 民政 村委会 志愿者"},
    {.code = "other", .words = "紹介会社 紹介センター 紹介業者 相談センター 薬局 弁護士 司法書士 後見 保険会社 中介"},
    {.code = "word_of_mouth", .words = "口コミ クチコミ 知人 友人 近所 紹介 口碑 朋友 亲戚 邻居 熟人 介绍"},
    {.code = "web", .words = "ホームページ ネット ウェブ サイト 网站 官网 公众号 网络 百度 美团"},
};
static const struct row incident_kind[] = {
    {.code = "complaint", .words = "苦情 クレーム 投诉 抱怨"},
    {.code = "family_upset", .words = "家族の不満 家族不満 家族の怒り 家属不满 家属情绪"},
    {.code = "fee_dispute", .words = "料金 請求 费用 收费"},
    {.code = "accident", .words = "事故 車祸 车祸 誤嚥 誤薬 烫伤 窒息 異食 誤飲 離設 無断外出 行方不明 表皮剥離 皮膚剥離 内出血 打撲 骨折 火傷 やけど"
        " 物損 走失 噎 误吸 误服 用药错误 服错药 皮肤破损"},
    {.code = "fall", .words = "転倒 転落 跌倒 摔 跌落 ずり落ち 尻もち 尻餅 坠床 滑倒"},
    {.code = "pressure_sore", .words = "褥瘡 褥そう 床ずれ 压疮 褥疮"},
    {.code = "caregiver_burden", .words = "介護負担 介護疲れ 照护负担 照护压力"},
    {.code = "other", .words = "感染 コロナ 発熱 急変 紛失 盗難 暴力 失窃 发热"},
    {.code = "near_miss", .words = "ヒヤリ 险情 未遂 転倒しそう 転びそう 落ちそう 転倒未遂 差点 险些"},
};
static const struct row consent_kind[] = {
    {.code = "massage", .words = "マッサージ あん摩 あんま 施術 按摩 推拿 指圧"},
    {.code = "acupuncture", .words = "鍼 針 灸 はり きゅう 针"},
    {.code = "deformity", .words = "変形 徒手 变形"},
};
static const struct row family_attitude[] = {
    {.code = "support", .words = "賛成 協力的 前向き 支持 赞成 同意 配合", .vague = true},
    {.code = "divided", .words = "割れ 分かれ 意見が違 意见不 分歧"},
    {.code = "oppose", .words = "反対 反对 不赞成 不同意 不支持 不太同意 不大同意 不太赞成 不太支持"},
    {.code = "support", .words = "没人反对 无人反对 没有反对 没意见 无异议 反対なし 反対は無 反対する人はい 異論なし"},
    {.code = "divided", .words = "不一致 不统一 一方同意 有的同意 意見が割"},
    {.words = "勉强同意 勉强支持"},
    {.code = "unknown", .words = "不明 未確認 不清楚"},
};
static const struct row risk[] = {
    {.code = "fall", .words = "転倒 転落 ふらつき 歩行不安定 跌倒 摔倒 摔跤 坠床 步态不稳"},
    {.code = "pressure_sore", .words = "褥瘡 褥そう 床ずれ じょくそう 压疮 褥疮"},
    {.code = "caregiver_burden", .words = "介護負担 介護疲れ 老老介護 照护负担 照护压力"},
    {.code = "infection", .words = "感染 疥癬 结核 結核 传染 疥疮"},
    {.code = "choking", .words = "誤嚥 窒息 誤飲 むせ込 误吸 噎 呛"},
    {.code = "wandering", .words = "徘徊 行方不明 離設 走失 走丢"},
    {.code = "violence", .words = "暴言 暴力 他害 攻击 打人"},
    {.code = "self_harm", .words = "自傷 希死念慮 自伤 自残 轻生"},
};
static const struct row symptom[] = {
    {.code = "fever", .words = "発熱 熱発 高熱 微熱 熱が 熱あり 熱っぽ お熱 37.5 37.6 37.7 37.8 37.9 38. 38度 38°c 39. 39度 39°c 40度 发烧 发热 高烧 低烧"},
    {.code = "infection", .words = "コロナ インフル ノロ 感染 新冠 流感 甲流 诺如"},
    {.code = "vomiting", .words = "嘔吐 吐き気 吐いた 吐かれ 呕吐 恶心"},
    {.code = "diarrhoea", .words = "下痢 腹泻 拉肚子"},
    {.code = "cough", .words = "咳が 咳込 咳き込 せき込 咳嗽"},
    {.code = "unwell", .words = "体調不良 体調が悪 体調を崩 体調がすぐれ 風邪 身体不适 不舒服 感冒"},
    {.words = "熱が下が 熱は下が 解熱 平熱 無熱 熱なし 熱心 熱中 感染予防 感染対策 感染防止 インフルエンザ予防接種 インフルエンザの予防接種 インフル予防接種 インフルの予防接種 インフルエンザワクチン インフルワクチン コロナワクチン 新冠疫苗 流感疫苗 退烧 退热 不发烧 没发烧 没有发烧 未发热 无发热 热情"},
};
static const struct row house_rule[] = {
    {.code = "smoking", .words = "喫煙 禁煙 たばこ タバコ 煙草 電子煙草 吸烟 抽烟 禁烟 不能吸烟 不能抽烟 不让吸烟 不让抽烟 不许吸烟 不许抽烟 控烟 smok", .firm = true},
    {.code = "pickup_time", .words = "送迎 送り迎え 迎えの時間 迎え時間 お迎え 乗車時間 接送 接人时间 班车 校车 不接送 pickup pick-up", .firm = true},
};
static const struct row staff_role[] = {
    {.code = "clerk", .words = "受付 事務 窓口 前台 接待 客服 文员", .vague = true},
    {.code = "senior", .words = "主任 上席 ベテラン リーダー サブリーダー 資深 资深 高级护理 主管 护士长 護士長 師長 科长 組長 组长 班长 責任者 管理者 负责人"},
    {.code = "doctor", .words = "医師 医师 医生 大夫 ドクター 主治医 嘱託医 担当医 产业医 産業医"},
    {.words = "医師会 医師事務"},
};
/* The four services give way: 訪問介護（総合事業） is another one. */
static const struct row service[] = {
    {.code = "home_help", .words = "訪問介護 ホームヘルプ ホームヘルパー ヘルパー", .vague = true},
    {.code = "day_care", .words = "通所介護 デイサービス", .vague = true},
    {.code = "community_day_care", .words = "地域密着 地密 小規模デイ 小規模通所 社区日间照料"},
    {.code = "community_day_care", .words = "地域密着型通所介護 地域密着通所介護 地域密着型通所 地域密着型デイサービス 地域密着型デイ 小規模デイサービス", .vague = true},
    {.code = "rental", .words = "福祉用具 福祉用具貸与 福祉用具レンタル 用具貸与 用具レンタル", .vague = true},
    {.code = "other", .words = "夜間対応 夜間訪問 定期巡回 随時対応 訪問介護看護 訪問看護 訪看 訪問入浴 訪問リハ 通所リハ デイケア 認知症対応 認知対応 認知症デイ"
        " 短期入所 ショートステイ ショート 小規模多機能 小多機 看護小規模 看多機 複合型 居宅療養 特定施設 特定福祉用具 福祉用具販売 福祉用具購入"
        " 用具販売 用具購入 販売 購入 住宅改修 予防 総合事業 訪問型 通所型 生活支援 独自 療養通所 訪問診療 訪問歯科 配食 自費 保険外 障害"
        " マッサージ 鍼 灸 はり きゅう massage acupuncture"},
};
/* clang-format on */

/* What the words of a vocabulary speak of. */
enum about {
	VIEWS,  /* what is so to somebody: nothing puts it off */
	EVENTS, /* what has happened: what is still to come (予定) is none */
	STATES, /* how it stands with the client: nor is what is only thought of (検討), or another's (妻が入院) */
	SIGNS /* what the client shows: not another's (孫が発熱), but what is only feared (コロナの可能性) is to be reported, too */
};

#define STEMS(rows, about)                                                                                                         \
	{                                                                                                                          \
		rows, sizeof(rows) / sizeof *(rows), about                                                                         \
	}
static const struct {
	const struct row *row;
	size_t n; /* 0: nothing is guessed */
	enum about about;
} tables[ENI_VOCABS] = {
    [ENI_V_STATUS] = STEMS(status, STATES),
    [ENI_V_REASON] = STEMS(reason, STATES),
    [ENI_V_LOST_REASON] = STEMS(lost_reason, VIEWS),
    [ENI_V_INTENT] = STEMS(intent, VIEWS),
    [ENI_V_CHANNEL] = STEMS(channel, VIEWS),
    [ENI_V_TO] = STEMS(to, VIEWS),
    [ENI_V_OUTCOME] = STEMS(outcome, EVENTS),
    [ENI_V_VISIT_OUTCOME] = STEMS(visit_outcome, STATES),
    [ENI_V_STEP_OUTCOME] = STEMS(step_outcome, STATES),
    [ENI_V_REFERRER_KIND] = STEMS(referrer_kind, VIEWS),
    [ENI_V_INCIDENT_KIND] = STEMS(incident_kind, VIEWS),
    [ENI_V_FAMILY_ATTITUDE] = STEMS(family_attitude, VIEWS),
    [ENI_V_CONCERN] = STEMS(concern, VIEWS),
    [ENI_V_COGNITION] = STEMS(cognition, VIEWS),
    [ENI_V_MOBILITY] = STEMS(mobility, VIEWS),
    [ENI_V_CARE_LEVEL] = STEMS(care_level, VIEWS),
    [ENI_V_FOCUS] = STEMS(focus, VIEWS),
    [ENI_V_CONSENT_KIND] = STEMS(consent_kind, VIEWS),
    [ENI_V_NEED] = STEMS(need, VIEWS),
    [ENI_V_RISK] = STEMS(risk, VIEWS),
    [ENI_V_SYMPTOM] = STEMS(symptom, SIGNS),
    [ENI_V_HOUSE_RULE] = STEMS(house_rule, VIEWS),
    [ENI_V_STAFF_ROLE] = STEMS(staff_role, VIEWS),
    [ENI_V_SERVICE] = STEMS(service, VIEWS),
};

/* ---- what denies a stem ---- */

/* Behind it, in the same clause: it is not so. */
static const char *const denials[] = {"ない", "なかった", "なく", "なし", "無し", "せず", "れず", "らず", "おらず", "ません",
    "断られ", "断り", "併用", "でない", "ではない", "でなく", "ではなく", "でなかった", "ではなかった", "ではありません",
    "できない", "できなかった", "できず", "難し", "困難", "困难", "吃力", "厳し", "不要", "不可", "没有", NULL};
/* Of these, what denies a word itself and not a verb behind it. */
static const char *const flat_denials[] = {"でない", "ではない", "でなく", "ではなく", "でなかった", "ではなかった",
    "ではありません", "じゃない", "なし", "無し", "は問題な", "面は問題な", "に問題な", "の問題な", "は心配な", "の心配な",
    "の心配はな", "不是问题", "没问题", "没有问题", "不成问题", NULL};
/* Behind it: it is still to come. */
static const char *const plans[] = {"予定", "希望", "待ち", "待つ", "準備", "かも", "方がよ", "方が良", "方がい", "可能性", "計画",
    "未定", "意向", "计划", "打算", "准备", NULL};
/* Behind it, of how somebody stands: it is only thought of, or was once. */
static const char *const thoughts[] = {"待機", "検討", "相談", "申込", "申し込", "申請", "候補", "見込", "打診", "申し出", "申出",
    "勧め", "歴", "前", "考虑", "意向", "意愿", "申请", NULL};
/* In front of it. */
static const char *const denied[] = {"未", "不", "非", "没", "没有", "无", "无法", "无需", "不需要", "不要", "不想", "不愿",
    "不愿意", "不用", "不能", "未能", "不担心", "不在乎", "別に", NULL};
static const char *const planned[] = {"待", "拟", "计划", "准备", "打算", "考虑", "想", "想要", "等待", "希望", "预计", "即将",
    "可能", "要", "需", "需要", "申请", NULL};
/* Somebody else, whose illness or move it is (妻が入院), and what may stand between. */
static const char *const others[] = {"妻", "夫", "主人", "家内", "家族", "母", "父", "両親", "娘", "息子", "嫁", "孫", "兄", "弟",
    "姉", "妹", "長男", "次男", "長女", "次女", "配偶者", "介護者", "職員", "スタッフ", "老伴", "爱人", "妻子", "丈夫", "儿子",
    "女儿", "家人", "家属", NULL};
static const char *const of_others[] = {"の", "が", "も", "は", "さんの", "さんが", "様の", "様が", "的", NULL};
/* Anywhere in front of it: it is still to come. */
static const char *const later[] = {
    "来月", "来週", "来年", "明日", "再来", "次回", "後日", "下月", "下周", "明年", "明天", "后天", "改天", "下次", "稍后", NULL};
/* What may stand between such a word and the stem. */
static const char *const links[] = {"有", "能", "再", "去", "到", "是", "办理", "被", "需要", "过", NULL};
/* Where the clause ends: what follows is another matter, or follows from it (入院のため来られない). */
static const char *const ends[] = {",", ";", ":", "/", "・", "、", "。", "(", ")", "[", "]", "【", "】", "「", "」", "→", "⇒", "—",
    "-", "|", "+", "ので", "ため", "により", "によって", "に伴", "から", "で", "となり", "になり", "なった", "しており", "している",
    "していて", "后", "因此", "午前", "以前", "名前", NULL};
/* What else may stand in a remark that only takes back the word before it: 入院(11月予定). */
static const char *const fillers[] = {"年", "月", "日", "頃", "ごろ", "上旬", "中旬", "下旬", "末", "から", "より", "に", "の",
    "中", "済", "済み", "あり", "/", ".", "-", NULL};
/* A stay in hospital is taken back by these; 退院予定 is none of them, for who waits for it is there. */
static const char *const left_hospital[] = {"退院", "出院", NULL};

/* The bytes of the longest of the words that s starts with; 0: none. */
static size_t
starts_with(struct eni_str s, const char *const *word)
{
	size_t longest = 0;

	for (; *word != NULL; word++)
		if (strlen(*word) > longest && eni_str_starts(s, eni_str_of(*word)))
			longest = strlen(*word);
	return longest;
}

static size_t
ends_with(struct eni_str s, const char *const *word)
{
	size_t longest = 0;

	for (; *word != NULL; word++)
		if (strlen(*word) > longest && eni_str_ends(s, eni_str_of(*word)))
			longest = strlen(*word);
	return longest;
}

/* The bytes of the mark that s starts with and that takes a word about that back; 0: none. */
static size_t
mark_at(struct eni_str s, enum about about)
{
	static const char *const *const marks[] = {[VIEWS] = denials, [EVENTS] = plans, [STATES] = thoughts};
	size_t longest = 0;

	for (int i = VIEWS; i <= (int)(about == SIGNS ? VIEWS : about); i++) {
		size_t n = starts_with(s, marks[i]);

		longest = n > longest ? n : longest;
	}
	return longest;
}

/* What that word speaks of.  Who asks, plans: 見学(検討中); and so does who promised or could not be reached. */
static enum about
about(enum eni_vocab vocab, int code)
{
	return eni_word_is(vocab, code, ENI_IS_AHEAD) ? VIEWS : tables[vocab].about;
}

bool
eni_stems_deny(enum eni_vocab vocab, int code, struct eni_str remark)
{
	enum about what = about(vocab, code);
	bool denies = false;

	while (remark.n > 0) {
		size_t left = what == STATES ? starts_with(remark, left_hospital) : 0, mark = mark_at(remark, what), n;

		if (left > 0 && mark_at(eni_str_from(remark, left), STATES) > 0)
			return false;
		n = left > 0 ? left : mark > 0 ? mark : starts_with(remark, fillers);
		if (n == 0 && remark.p[0] >= '0' && remark.p[0] <= '9')
			n = 1;
		if (n == 0)
			return false;
		denies |= left > 0 || mark > 0;
		remark = eni_str_from(remark, n);
	}
	return denies;
}

/* ---- the index ---- */

struct stem {
	const char *text;
	size_t n;
	const struct row *row; /* NULL: a word of the vocabulary itself */
	uint8_t code, at_home; /* code 0: unread but in a home; both 0: shields */
};

/* Filled on first use, longest first. */
static struct list {
	struct stem *stem;
	size_t n, cap;
	struct eni_arena arena;
} lists[ENI_VOCABS];
static atomic_bool filled[ENI_VOCABS];
static pthread_mutex_t filling = PTHREAD_MUTEX_INITIALIZER;

static void
add_stem(struct list *l, struct stem s)
{
	l->stem = eni_grow(l->stem, &l->cap, l->n + 1, sizeof *l->stem);
	l->stem[l->n++] = s;
}

static uint8_t
code_of(enum eni_vocab vocab, const char *code)
{
	return (uint8_t)(code == NULL ? 0 : eni_word_find(vocab, eni_str_of(code)));
}

static void
add_row(enum eni_vocab vocab, const struct row *r)
{
	uint8_t code = code_of(vocab, r->code), at_home = r->at_home == NULL ? code : code_of(vocab, r->at_home);
	struct list *l = &lists[vocab];
	struct eni_str rest = eni_str_of(r->words), word;

	for (size_t at = 0; rest.n > 0; rest = eni_str_from(rest, at + 1)) {
		for (at = 0; at < rest.n && rest.p[at] != ' ';)
			at++;
		if (at == 0)
			continue;
		word = eni_arena_keep(&l->arena, (struct eni_str){rest.p, at});
		add_stem(l, (struct stem){word.p, word.n, r, code, at_home});
	}
}

/* A short word of the vocabulary says too much elsewhere: 高 in 高齢. */
static void
add_own(enum eni_vocab vocab, int code, const char *word)
{
	struct eni_str s = eni_str_of(word);
	size_t characters = 0, plain = 0;

	for (size_t at = 0; at < s.n; at += eni_char_length(eni_str_from(s, at)), characters++)
		plain += (unsigned char)s.p[at] < 0x80;
	if (characters >= 3 && plain < characters)
		add_stem(&lists[vocab], (struct stem){word, s.n, NULL, (uint8_t)code, (uint8_t)code});
}

static void
add_own_words(enum eni_vocab vocab)
{
	for (int code = 1; code <= (int)eni_word_count(vocab); code++) {
		const char *word;

		add_own(vocab, code, eni_word_label(vocab, code, "ja"));
		add_own(vocab, code, eni_word_label(vocab, code, "zh"));
		for (size_t i = 0; (word = eni_word_further(vocab, code, i)) != NULL; i++)
			add_own(vocab, code, word);
	}
}

/* The longest first; of one text that of a row, which stands before the vocabulary's own. */
static int
longest_first(const void *a, const void *b)
{
	const struct stem *x = a, *y = b;

	if (x->n != y->n)
		return (x->n < y->n) - (x->n > y->n);
	return (x->row == NULL) - (y->row == NULL);
}

static const struct list *
list_of(enum eni_vocab vocab)
{
	if (atomic_load_explicit(&filled[vocab], memory_order_acquire))
		return &lists[vocab];
	pthread_mutex_lock(&filling);
	if (!atomic_load_explicit(&filled[vocab], memory_order_relaxed)) {
		for (size_t i = 0; i < tables[vocab].n; i++)
			add_row(vocab, &tables[vocab].row[i]);
		if (tables[vocab].n > 0)
			add_own_words(vocab);
		if (lists[vocab].n > 0)
			qsort(lists[vocab].stem, lists[vocab].n, sizeof *lists[vocab].stem, longest_first);
	}
	atomic_store_explicit(&filled[vocab], true, memory_order_release);
	pthread_mutex_unlock(&filling);
	return &lists[vocab];
}

const char *
eni_stem_text(enum eni_vocab vocab, size_t i, int *code)
{
	const struct list *l = list_of(vocab);

	*code = i < l->n ? l->stem[i].code : 0;
	return i < l->n ? l->stem[i].text : NULL;
}

/* ---- reading ---- */

static const struct stem *
stem_at(enum eni_vocab vocab, struct eni_str s)
{
	const struct list *l = list_of(vocab);

	for (size_t i = 0; i < l->n; i++)
		if (eni_str_starts(s, (struct eni_str){l->stem[i].text, l->stem[i].n}))
			return &l->stem[i];
	return NULL;
}

static bool
has_company(const struct row *r, struct eni_str text)
{
	struct eni_str rest = eni_str_of(r == NULL ? NULL : r->beside);

	if (rest.n == 0)
		return true;
	while (rest.n > 0) {
		const char *blank = memchr(rest.p, ' ', rest.n);
		struct eni_str word = {rest.p, blank == NULL ? rest.n : (size_t)(blank - rest.p)};

		for (size_t at = 0; at < text.n; at++)
			if (eni_str_starts(eni_str_from(text, at), word))
				return true;
		rest = eni_str_from(rest, word.n + 1);
	}
	return false;
}

static bool
is_of_others(struct eni_str before)
{
	if (ends_with(before, others) > 0)
		return true;
	before.n -= ends_with(before, of_others);
	return ends_with(before, others) > 0;
}

static bool
is_later(struct eni_str before)
{
	for (size_t at = 0; at < before.n; at += eni_char_length(eni_str_from(before, at)))
		if (starts_with(eni_str_from(before, at), later) > 0)
			return true;
	return false;
}

static bool
is_denied_before(enum eni_vocab vocab, int code, struct eni_str before)
{
	enum about what = about(vocab, code);
	bool may_be_planned = what == EVENTS || what == STATES;
	size_t n;

	if ((what >= STATES && is_of_others(before)) || (may_be_planned && is_later(before)))
		return true;
	do {
		if (ends_with(before, denied) > 0 || (may_be_planned && ends_with(before, planned) > 0))
			return true;
		n = ends_with(before, links);
		before.n -= n;
	} while (n > 0);
	return false;
}

/* 入院中, 契約済 and 電話した are so whatever comes next; only a denial at once takes them back. */
static bool
is_settled(const struct stem *x)
{
	static const char *const settled[] = {"中", "済", "済み", "ため", "た", NULL};

	return (x->row != NULL && x->row->firm) || ends_with((struct eni_str){x->text, x->n}, settled) > 0;
}

/* The bytes from the end of a stem to behind what denies it; 0: it holds. */
static size_t
denied_behind(enum eni_vocab vocab, const struct stem *x, struct eni_str rest)
{
	enum about what = about(vocab, x->code);

	for (size_t at = 0; at < rest.n;) {
		struct eni_str here = eni_str_from(rest, at);
		size_t mark = is_settled(x) ? starts_with(here, flat_denials) : mark_at(here, what), end = starts_with(here, ends),
		       n = 0;
		const struct stem *next = end == 0 ? stem_at(vocab, here) : NULL;
		bool again = next != NULL && next->code == x->code; /* says the same once more: 結構ですと断られた */

		if (mark > end && !again)
			return at + mark;
		if (end > 0) { /* 特養さくら苑入所(予定) */
			for (here = eni_str_from(here, end); n < here.n && starts_with(eni_str_from(here, n), ends) == 0;)
				n += eni_char_length(eni_str_from(here, n));
			return eni_stems_deny(vocab, x->code, (struct eni_str){here.p, n}) ? at + end + n : 0;
		}
		if ((next != NULL && !again) || is_settled(x))
			return 0;
		at += next != NULL ? next->n : eni_char_length(here);
	}
	return 0;
}

static bool
is_said(enum eni_vocab vocab, const struct stem *x, struct eni_str folded, size_t at)
{
	return !is_denied_before(vocab, x->code, (struct eni_str){folded.p, at}) && has_company(x->row, folded);
}

static bool
is_vague(enum eni_vocab vocab, const struct stem *x)
{
	return x->row != NULL && (x->row->vague || x->row->sure) ? x->row->vague : eni_word_is(vocab, x->code, ENI_IS_VAGUE);
}

/*
 * Whether a word further on says more of the same: what says little gives way, what was sent to that it never came (送信エラー),
 * and who asked to what became of it (見学キャンセル).
 */
static bool
takes_over(enum eni_vocab vocab, const struct stem *said, const struct stem *x)
{
	if (is_vague(vocab, said))
		return !is_vague(vocab, x);
	if (vocab == ENI_V_STATUS)
		return eni_status_is(said->code, ENI_IS_ASKING) &&
		       !eni_status_is(x->code, ENI_IS_ASKING | ENI_IS_HERE | ENI_IS_AWAY);
	return vocab == ENI_V_OUTCOME && said->code == ENI_OUTCOME_SENT && eni_outcome_is_try(x->code);
}

/* The next stem that a text says from *at on, which moves behind it; *stands: where.  NULL behind the last. */
static const struct stem *
next_said(enum eni_vocab vocab, struct eni_str folded, size_t *at, size_t *stands)
{
	while (*at < folded.n) {
		const struct stem *x = stem_at(vocab, eni_str_from(folded, *at));
		size_t behind;

		if (x == NULL) {
			*at += eni_char_length(eni_str_from(folded, *at));
			continue;
		}
		*stands = *at;
		*at += x->n;
		if (x->at_home == 0)
			continue; /* a shield */
		behind = denied_behind(vocab, x, eni_str_from(folded, *at));
		*at += behind;
		if (behind == 0 && is_said(vocab, x, folded, *stands))
			return x;
	}
	return NULL;
}

bool
eni_stems_find(enum eni_vocab vocab, struct eni_str folded, struct eni_stem *out)
{
	const struct stem *said = NULL, *x;
	size_t at = 0, from, stands = 0;

	while ((x = next_said(vocab, folded, &at, &from)) != NULL)
		if (said == NULL || takes_over(vocab, said, x)) {
			said = x;
			stands = from;
		}
	if (said != NULL)
		*out = (struct eni_stem){.code = said->code == 0 ? (int)ENI_UNKNOWN_WORD : said->code,
		    .at_home = said->at_home,
		    .whole = said->n == folded.n,
		    .vague = is_vague(vocab, said),
		    .at = stands};
	return said != NULL;
}

uint64_t
eni_stems_all(enum eni_vocab vocab, struct eni_str folded)
{
	const struct stem *x;
	uint64_t clear = 0, vague = 0;
	size_t at = 0, from;

	while ((x = next_said(vocab, folded, &at, &from)) != NULL)
		*(is_vague(vocab, x) ? &vague : &clear) |= UINT64_C(1) << (x->code == 0 ? (int)ENI_UNKNOWN_WORD : x->code);
	return clear != 0 ? clear : vague;
}
