//! Headers of tables that no known program wrote, in English, Chinese, German, French, Spanish and Japanese.
//! Keys are letters and digits only, in lower case, without accents: kana without their voicing marks.

use super::header::Header;
use crate::exchange::{Field, Kind};

/// The field that a header means in a table of a kind.
pub fn field(kind: Kind, header: &Header) -> Option<Field> {
    let find = |key: &str| {
        let lists = [named(kind), SHARED];
        let mut all = lists.into_iter().flatten();
        all.find(|(field, words)| Field::all(kind).contains(field) && words.contains(&key))
            .map(|(field, _)| *field)
    };
    find(&header.key).or_else(|| find(&header.bare))
}

/// Words that mean something else in each kind of table.
fn named(kind: Kind) -> &'static [(Field, &'static [&'static str])] {
    match kind {
        Kind::Accounts => ACCOUNTS,
        Kind::Contacts => CONTACTS,
        Kind::Deals => DEALS,
        Kind::Activities => ACTIVITIES,
    }
}

type Words = (Field, &'static [&'static str]);

#[rustfmt::skip]
const ACCOUNTS: &[Words] = &[
    (Field::Id, &["id", "recordid", "accountid", "companyid", "customerid", "clientid", "organizationid", "客户编号", "客户id",
        "公司编号", "编号", "kundennummer", "kundennr", "kdnr", "idclient", "idcliente", "numeroclient"]),
    (Field::Name, &["companyname", "accountname", "company", "account", "organization", "organisation", "organizationname",
        "customer", "customername", "client", "clientname", "firm", "name", "客户名称", "客户", "公司名称", "公司", "企业名称",
        "单位名称", "单位", "名称", "firma", "firmenname", "kunde", "kundenname", "unternehmen", "entreprise", "societe",
        "nomsociete", "raisonsociale", "nomclient", "empresa", "cliente", "razonsocial", "nombre", "compania", "会社名", "会社", "企業名", "取引先", "取引先名", "顧客名", "顧客"]),
    (Field::Phone, PHONE),
    (Field::Revenue, &["revenue", "annualrevenue", "yearlyrevenue", "turnover", "年营业额", "营业额", "年收入", "营收", "umsatz",
        "jahresumsatz", "chiffredaffaires", "ingresos", "facturacion"]),
    (Field::Potential, &["potential", "purchasepotential", "采购潜力", "潜力", "potenzial", "potentiel"]),
    (Field::Share, &["share", "shareofwallet", "walletshare", "份额", "我方份额", "anteil"]),
];

#[rustfmt::skip]
const CONTACTS: &[Words] = &[
    (Field::Id, &["id", "recordid", "contactid", "personid", "联系人编号", "联系人id", "编号", "kontaktnummer"]),
    (Field::Name, &["name", "fullname", "contactname", "contact", "person", "personname", "displayname", "姓名", "联系人",
        "联系人姓名", "名字", "联系人名称", "ansprechpartner", "kontakt", "nomcomplet", "contacto", "nombrecompleto", "氏名", "名前", "お名前", "先方担当者", "取引先責任者"]),
    (Field::LastName, &["lastname", "familyname", "surname", "last", "姓", "姓氏", "nachname", "familienname", "nom",
        "nomdefamille", "apellido", "apellidos"]),
    (Field::FirstName, &["firstname", "givenname", "forename", "first", "名", "vorname", "prenom", "nombre", "nombres"]),
    (Field::MiddleName, &["middlename", "additionalname", "中间名"]),
    (Field::Email, EMAIL),
    (Field::Phone, PHONE),
    (Field::Title, &["title", "jobtitle", "position", "role", "job", "jobposition", "职位", "职务", "头衔", "岗位", "funktion",
        "stelle", "berufsbezeichnung", "poste", "fonction", "cargo", "puesto", "役職", "肩書"]),
    (Field::Department, &["department", "dept", "division", "部门", "科室", "abteilung", "service", "departement",
        "departamento", "部署", "部署名", "所属"]),
    (Field::Birthday, &["birthday", "birthdate", "dateofbirth", "dob", "生日", "出生日期", "geburtstag", "geburtsdatum",
        "datedenaissance", "anniversaire", "fechadenacimiento", "cumpleanos", "生年月日", "誕生日"]),
    (Field::Account, ACCOUNT),
];

#[rustfmt::skip]
const DEALS: &[Words] = &[
    (Field::Id, &["id", "recordid", "dealid", "opportunityid", "机会编号", "商机编号", "商机id", "项目编号", "编号"]),
    (Field::Name, &["dealname", "deal", "opportunityname", "opportunity", "dealtitle", "opportunitytitle", "name", "title",
        "project", "projectname", "商机名称", "商机", "机会名称", "销售机会", "销售机会名称", "项目名称", "项目", "机会", "名称", "主题",
        "verkaufschance", "projekt", "projektname", "bezeichnung", "opportunite", "affaire", "projet", "nomaffaire",
        "oportunidad", "negocio", "proyecto", "nombre", "案件名", "案件", "商談名", "商談"]),
    (Field::Account, ACCOUNT),
    (Field::Contact, &["contact", "contactname", "contactperson", "primarycontact", "contacts", "联系人", "联系人姓名", "关键人",
        "ansprechpartner", "kontakt", "contacto"]),
    (Field::ContactEmail, EMAIL),
    (Field::Amount, &["amount", "value", "dealvalue", "dealamount", "dealsize", "opportunityamount", "total", "totalamount",
        "price", "revenue", "estimatedvalue", "estimatedrevenue", "金额", "预计金额", "预计销售金额", "商机金额", "销售金额", "机会金额",
        "合同金额", "预算", "总金额", "项目金额", "betrag", "wert", "auftragswert", "volumen", "umsatz", "summe", "montant",
        "valeur", "importe", "monto", "valor", "cantidad", "金額", "受注金額", "見込金額", "見積金額"]),
    (Field::Stage, &["stage", "dealstage", "opportunitystage", "salesstage", "stagename", "phase", "step", "pipelinestage",
        "阶段", "销售阶段", "商机阶段", "采购阶段", "机会阶段", "当前阶段", "项目阶段", "stufe", "verkaufsphase", "vertriebsphase",
        "etape", "etapa", "fase", "フェース", "商談フェース", "ステーシ", "進捗"]),
    (Field::WinRate, &["probability", "winrate", "winprobability", "closeprobability", "dealprobability", "confidence",
        "chance", "赢率", "成交概率", "可能性", "概率", "成功率", "赢单率", "成交可能性", "wahrscheinlichkeit", "probabilite",
        "probabilidad", "確度", "受注確度"]),
    (Field::CloseDate, &["closedate", "close", "closing", "closes", "closeson", "deadline", "expectedclosedate", "expectedclose", "closingdate", "estimatedclosedate",
        "closedatum", "targetdate", "预计成交日期", "预计成交时间", "预计签约日期", "预计签单日期", "预计关闭日期", "预计结单日期",
        "成交日期", "结束日期", "预计成交", "预计日期", "签约日期", "abschlussdatum", "abschluss", "erwarteterabschluss",
        "voraussichtlichesabschlussdatum", "datedecloture", "dateprevue", "datecloture", "fechadecierre", "fechacierre",
        "fechaprevista", "受注予定日", "完了予定日", "クロース日"]),
    (Field::Status, &["status", "state", "dealstatus", "opportunitystatus", "outcome", "result", "状态", "商机状态", "结果",
        "项目状态", "zustand", "ergebnis", "statut", "etat", "estado", "resultado", "状態"]),
    (Field::IsWon, &["won", "iswon", "是否赢单", "是否成交"]),
    (Field::IsClosed, &["closed", "isclosed", "是否关闭"]),
    (Field::WonDate, &["wondate", "wontime", "wonon", "赢单日期"]),
    (Field::LostDate, &["lostdate", "losttime", "loston", "丢单日期", "输单日期"]),
    (Field::ClosedDate, &["closedon", "dateclosed", "closedat", "actualclosedate", "实际成交日期", "关闭日期", "实际关闭日期"]),
    (Field::LostReason, &["lostreason", "lossreason", "closedlostreason", "reasonlost", "reasonforloss", "输单原因",
        "丢单原因", "失败原因", "流失原因", "verlustgrund", "grund", "raisonperte", "raisondeperte", "motivoperdida",
        "motivodeperdida"]),
    (Field::Competitor, &["competitor", "competitors", "maincompetitor", "maincompetitors", "竞争对手", "主要竞争对手",
        "wettbewerber", "concurrent", "competidor"]),
    (Field::Source, &["source", "leadsource", "dealsource", "origin", "来源", "商机来源", "客户来源", "线索来源", "quelle", "herkunft",
        "origine", "origen", "fuente"]),
    (Field::Pipeline, &["pipeline", "funnel", "销售流程", "管道", "漏斗"]),
    (Field::NextStep, &["nextstep", "nextsteps", "nextaction", "下一步", "下一步计划", "下步行动", "naechsterschritt",
        "nachsterschritt", "prochaineetape", "proximopaso"]),
    (Field::NextOn, &["nextstepdate", "nextactivitydate", "nextactiondate", "nexton", "followupdate", "下次跟进日期",
        "下次跟进时间", "下次联系时间", "下一步日期", "wiedervorlage"]),
];

#[rustfmt::skip]
const ACTIVITIES: &[Words] = &[
    (Field::Id, &["id", "recordid", "activityid", "taskid", "eventid", "编号"]),
    (Field::Kind, &["type", "kind", "activitytype", "engagementtype", "activity", "channel", "类型", "活动类型", "跟进方式",
        "跟进类型", "方式", "沟通方式", "art", "typ", "aktivitat", "tipo"]),
    (Field::Date, &["date", "activitydate", "datetime", "when", "time", "start", "startdate", "starttime", "happenedon", "日期",
        "时间", "跟进时间", "跟进日期", "活动日期", "拜访日期", "联系时间", "联系日期", "datum", "fecha", "日付", "日時", "訪問日"]),
    (Field::DueDate, &["duedate", "due", "taskduedate", "deadline", "截止日期", "到期日", "faellig", "fallig", "falligam",
        "echeance", "vencimiento"]),
    (Field::Subject, &["subject", "title", "activitytitle", "summary", "topic", "主题", "标题", "betreff", "thema", "sujet",
        "objet", "asunto", "tema", "件名"]),
    (Field::Text, &["text", "notes", "note", "description", "body", "content", "comment", "comments", "details", "内容", "跟进内容",
        "跟进记录", "备注", "描述", "沟通内容", "notiz", "notizen", "beschreibung", "inhalt", "remarques", "commentaire", "notas",
        "descripcion", "comentarios", "メモ", "備考"]),
    (Field::Minutes, &["minutes", "duration", "durationminutes", "durationinminutes", "时长", "分钟", "dauer", "duree",
        "duracion"]),
    (Field::Direction, &["direction", "inout", "方向", "richtung", "sens", "direccion"]),
    (Field::Outcome, &["outcome", "result", "结果", "跟进结果", "ergebnis", "resultat", "resultado"]),
    (Field::Done, &["done", "status", "completed", "taskstatus", "是否完成", "完成", "状态", "erledigt", "fait", "hecho"]),
    (Field::Account, ACCOUNT),
    (Field::Contact, &["contact", "contactname", "with", "person", "attendees", "participants", "contacts", "联系人",
        "联系人姓名", "参与人", "ansprechpartner", "kontakt", "contacto"]),
    (Field::ContactEmail, EMAIL),
    (Field::Deal, &["deal", "dealname", "opportunity", "opportunityname", "商机", "商机名称", "销售机会", "项目", "项目名称"]),
    (Field::NextStep, &["nextstep", "nextsteps", "nextaction", "下一步", "下一步计划"]),
    (Field::NextOn, &["nextstepdate", "nextactivitydate", "nexton", "followupdate", "下次跟进时间", "下次跟进日期"]),
];

#[rustfmt::skip]
const SHARED: &[Words] = &[
    (Field::Owner, &["owner", "dealowner", "accountowner", "contactowner", "opportunityowner", "activityowner", "assignedto",
        "salesrep", "salesperson", "rep", "responsible", "accountmanager", "负责人", "所有人", "销售", "销售人员", "销售代表", "业务员",
        "客户经理", "跟进人", "归属人", "拥有者", "besitzer", "verantwortlich", "zustandig", "betreuer", "proprietaire",
        "responsable", "propietario", "vendedor", "担当者", "担当", "営業担当", "営業担当者"]),
    (Field::Created, &["created", "createdate", "createddate", "createdat", "createdon", "creationdate", "dateadded",
        "addedon", "创建日期", "创建时间", "录入时间", "录入日期", "erstellt", "erstelltam", "erstellungsdatum", "anlagedatum",
        "datedecreation", "creele", "fechadecreacion", "creado"]),
    (Field::Tags, &["tags", "tag", "labels", "label", "categories", "category", "标签", "分类", "schlagworte", "kategorie",
        "etiquettes", "etiquetas", "categoria"]),
    (Field::Notes, &["notes", "note", "comments", "comment", "description", "remarks", "background", "备注", "说明", "描述",
        "notiz", "notizen", "bemerkung", "bemerkungen", "beschreibung", "remarques", "commentaires", "notas",
        "observaciones", "備考", "メモ"]),
    (Field::Currency, &["currency", "currencycode", "dealcurrency", "currencyofvalue", "amountcurrency", "币种", "货币",
        "wahrung", "waehrung", "devise", "monnaie", "moneda", "divisa", "通貨"]),
    (Field::AccountId, &["accountid", "companyid", "customerid", "clientid", "organizationid", "organisationid",
        "associatedcompanyids", "associatedcompanyid", "客户编号", "客户id", "公司编号", "kundennummer", "kundennr", "idclient",
        "idcliente"]),
    (Field::AccountDomain, &["companydomain", "accountdomain", "associatedcompanydomain", "domain"]),
    (Field::ContactId, &["contactid", "personid", "associatedcontactids", "associatedcontactid", "联系人编号"]),
    (Field::DealId, &["dealid", "opportunityid", "associateddealids", "商机编号"]),
    (Field::Domain, &["domain", "domainname", "companydomain", "companydomainname", "域名", "dominio"]),
    (Field::Website, &["website", "web", "url", "websiteurl", "webpage", "homepage", "www", "linkedin", "linkedinurl", "网站", "网址",
        "官网", "公司网址", "webseite", "internet", "siteweb", "site", "sitioweb", "paginaweb", "ホームヘーシ", "ウェフサイト"]),
    (Field::Industry, &["industry", "sector", "branch", "行业", "所属行业", "branche", "secteur", "industria", "業種", "業界"]),
    (Field::Tier, &["tier", "客户等级", "等级", "级别", "客户级别"]),
    (Field::Parent, &["parent", "parentaccount", "parentcompany", "上级公司", "母公司", "上级客户", "muttergesellschaft",
        "societemere", "empresamatriz"]),
    (Field::ParentId, &["parentid", "parentaccountid", "parentcompanyid"]),
    (Field::Employees, &["employees", "numberofemployees", "employeecount", "headcount", "companysize", "size", "员工数", "员工人数",
        "人数", "公司规模", "规模", "mitarbeiter", "mitarbeiterzahl", "effectif", "employes", "empleados", "従業員数", "社員数"]),
    (Field::Street, &["street", "streetaddress", "address", "address1", "address2", "addressline1", "addressline2",
        "billingstreet", "mailingstreet", "地址", "详细地址", "公司地址", "街道", "strasse", "straße", "adresse", "anschrift", "rue",
        "direccion", "calle", "住所", "会社住所"]),
    (Field::City, &["city", "town", "billingcity", "mailingcity", "城市", "市", "所在城市", "ort", "stadt", "ville", "ciudad", "市区町村"]),
    (Field::Region, &["state", "region", "province", "stateregion", "stateprovince", "county", "billingstate", "mailingstate",
        "省份", "省", "地区", "区域", "bundesland", "departementregion", "provincia", "都道府県"]),
    (Field::PostalCode, &["zip", "zipcode", "postalcode", "postcode", "zippostalcode", "billingpostalcode", "邮编", "邮政编码",
        "plz", "postleitzahl", "codepostal", "codigopostal", "cp", "郵便番号"]),
    (Field::Country, &["country", "countryregion", "billingcountry", "mailingcountry", "国家", "land", "pays", "pais", "国", "国名"]),
];

#[rustfmt::skip]
const ACCOUNT: &[&str] = &[
    "account", "accountname", "company", "companyname", "organization", "organisation", "organizationname", "customer",
    "customername", "client", "clientname", "employer", "associatedcompany", "客户名称", "客户", "公司名称", "公司", "企业名称",
    "企业", "单位名称", "单位", "所属公司", "所属客户", "工作单位", "firma", "firmenname", "kunde", "kundenname", "unternehmen",
    "entreprise", "societe", "nomsociete", "nomclient", "empresa", "cliente", "compania", "organizacion", "会社名", "会社", "企業名", "取引先", "取引先名", "顧客名", "顧客", "勤務先",
];
#[rustfmt::skip]
const EMAIL: &[&str] = &[
    "email", "emailaddress", "mail", "email1", "email2", "email3", "workemail", "emailwork", "businessemail", "homeemail",
    "emailhome", "emailother", "personalemail", "primaryemail", "secondaryemail", "contactemail", "emails",
    "associatedcontactemail", "邮箱", "电子邮箱", "邮件", "电子邮件", "邮箱地址", "emailadresse", "courriel", "adressemail",
    "correo", "correoelectronico", "メール", "メールアトレス", "eメール",
];
#[rustfmt::skip]
const PHONE: &[&str] = &[
    "phone", "phonenumber", "telephone", "tel", "mobile", "mobilephone", "mobilenumber", "mobilephonenumber", "cell",
    "cellphone", "workphone", "phonework", "businessphone", "homephone", "phonehome", "phoneother", "otherphone", "phone1",
    "phone2", "phone3", "officephone", "primaryphone", "phones", "电话", "手机", "手机号", "手机号码", "联系电话", "电话号码",
    "办公电话", "座机", "固定电话", "移动电话", "公司电话", "telefon", "telefonnummer", "mobil", "mobiltelefon", "handy", "numero",
    "telefono", "movil", "celular", "portable", "電話", "電話番号", "携帯", "携帯電話", "携帯番号",
];
